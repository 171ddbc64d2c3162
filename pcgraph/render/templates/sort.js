"use strict";
(() => {
  const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
  const status = document.getElementById("sorted");

  function compareCells(a, b, isNumber) {
    if (a === "" || b === "") return (a === "") - (b === "");
    return isNumber ? Number(a) - Number(b) : collator.compare(a, b);
  }

  function sortBy(table, column, descending, isNumber) {
    const body = table.tBodies[0];
    const text = (row) => row.cells[column].textContent.trim();
    const sign = descending ? -1 : 1;
    const rows = Array.from(body.rows);
    rows.sort((a, b) => {
      const [left, right] = [text(a), text(b)];
      const order = compareCells(left, right, isNumber);
      return left === "" || right === "" ? order : sign * order;
    });
    body.append(...rows);
  }

  function makeSortable(table) {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const name = head.textContent;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = name;
      head.replaceChildren(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const descending = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        sortBy(table, column, descending, head.classList.contains("number"));
        if (status) status.textContent = `Sorted by ${name}, ${descending ? "descending" : "ascending"}`;
      });
    });
  }

  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);
})();
