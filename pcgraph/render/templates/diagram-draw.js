"use strict";
/* How an item and the columns' headings are drawn on the canvas. */
const pcDraw = (() => {
  const FAMILY = 'Arial, Helvetica, "Liberation Sans", sans-serif';
  const INK = "#14202b";
  const FADED = 0.35;
  const LINE = "#7a8893";
  const FAINT = "#e1e7eb";
  const ARROW = 7;
  const BAND = 34;

  function roundedPath(ctx, x, y, width, height, radius) {
    ctx.beginPath();
    ctx.roundRect(x, y, width, height, radius);
  }

  function drawStripe(ctx, box, kind, sizes) {
    ctx.fillStyle = kind.color;
    ctx.beginPath();
    ctx.roundRect(box.left, box.top, sizes.stripe, box.height, [4, 0, 0, 4]);
    ctx.fill();
    ctx.save();
    ctx.translate(box.left + sizes.stripe / 2 - 8, box.top + box.height / 2 - 8);
    ctx.fillStyle = "#fff";
    ctx.fill(new Path2D(kind.shape));
    ctx.restore();
  }

  function drawStatus(ctx, node, left, top, sizes) {
    ctx.fillStyle = node.statusColor;
    roundedPath(ctx, left, top, node.statusWidth, sizes.line + 4, 3);
    ctx.fill();
    ctx.fillStyle = "#fff";
    ctx.fillText(node.status, left + 8, top + sizes.line / 2 + 2, node.statusWidth - 14);
  }

  function drawWords(ctx, node, box, kind, sizes) {
    const left = box.left + sizes.stripe + sizes.padding;
    const room = box.width - sizes.stripe - 2 * sizes.padding;
    let middle = box.top + sizes.padding + sizes.line / 2;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.font = `${sizes.font}px ${FAMILY}`;
    ctx.fillStyle = INK;
    for (const line of node.lines) {
      ctx.fillText(line, left, middle, room);
      middle += sizes.line;
    }
    if (node.subtitle) {
      ctx.fillStyle = kind.color;
      ctx.fillText(node.subtitle, left, middle, room);
      middle += sizes.line;
    }
    if (node.status) drawStatus(ctx, node, left, middle - sizes.line / 2 + 4, sizes);
  }

  function drawBox(ctx, node, x, y, kind, sizes, look) {
    const box = { left: x - node.boxWidth / 2, top: y - node.boxHeight / 2, width: node.boxWidth, height: node.boxHeight };
    ctx.fillStyle = "#fff";
    roundedPath(ctx, box.left, box.top, box.width, box.height, 4);
    ctx.fill();
    ctx.globalAlpha = look.faded ? FADED : 1;
    drawStripe(ctx, box, kind, sizes);
    drawWords(ctx, node, box, kind, sizes);
    ctx.strokeStyle = look.chosen ? INK : kind.color;
    ctx.lineWidth = look.chosen ? 3 : 1;
    roundedPath(ctx, box.left, box.top, box.width, box.height, 4);
    ctx.stroke();
  }

  /* From side to side; a link within a column bows out to its right. */
  function findCurve(from, to, nth) {
    const level = from.x === to.x;
    const side = to.x > from.x ? 1 : -1;
    const shift = (nth % 2 ? 1 : -1) * Math.ceil(nth / 2) * 9;
    const start = { x: from.x + (level ? 1 : side) * from.boxWidth / 2, y: from.y + shift };
    const end = { x: to.x + (level ? 1 : -side) * to.boxWidth / 2, y: to.y + shift };
    const bend = level ? 40 + 12 * nth : Math.abs(end.x - start.x) * 0.5;
    return { start, end, out: level ? bend : side * bend, into: level ? bend : -side * bend };
  }

  function drawArrow(ctx, x, y, side) {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + side * ARROW, y - ARROW / 2);
    ctx.lineTo(x + side * ARROW, y + ARROW / 2);
    ctx.fill();
  }

  function drawWord(ctx, word, curve) {
    const room = Math.abs(curve.end.x - curve.start.x) - 40;
    ctx.font = `14px ${FAMILY}`;
    if (!word || ctx.measureText(word).width > room) return;
    const [x, y] = [(curve.start.x + curve.end.x) / 2, (curve.start.y + curve.end.y) / 2];
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 6;
    ctx.strokeStyle = "#fff";
    ctx.strokeText(word, x, y);
    ctx.fillText(word, x, y);
  }

  /* state is "plain", "near" (of the chosen item) or "far". */
  function drawLink(ctx, edge, from, to, state) {
    const curve = findCurve(from, to, edge.nth);
    const { start, end, out, into } = curve;
    ctx.save();
    ctx.fillStyle = ctx.strokeStyle = { plain: LINE, near: INK, far: FAINT }[state];
    ctx.lineWidth = state === "near" ? 2 : 1.2;
    ctx.beginPath();
    ctx.moveTo(start.x, start.y);
    ctx.bezierCurveTo(start.x + out, start.y, end.x + into, end.y, end.x + Math.sign(into) * ARROW, end.y);
    ctx.stroke();
    drawArrow(ctx, end.x, end.y, Math.sign(into));
    if (state === "near") drawWord(ctx, edge.word, curve);
    ctx.restore();
  }

  /* look(id) says whether an item is chosen or faded at the moment. */
  function makeRenderer(node, kind, sizes, look) {
    return ({ ctx, x, y }) => ({
      drawNode: () => drawBox(ctx, node, x, y, kind, sizes, look(node.id)),
      nodeDimensions: { width: node.boxWidth, height: node.boxHeight },
    });
  }

  function shorten(ctx, text, room) {
    if (ctx.measureText(text).width <= room) return text;
    let cut = text;
    while (cut && ctx.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1);
    return cut && `${cut}…`;
  }

  /* The headings stay at the top of the canvas, above their columns, whatever part is shown. */
  function drawHeadings(ctx, network, columns, width) {
    const ratio = ctx.canvas.width / width;
    const lefts = columns.map((column) => network.canvasToDOM({ x: column.left, y: 0 }).x);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.fillStyle = "#eef2f5";
    ctx.fillRect(0, 0, width, BAND);
    ctx.fillStyle = "#55646f";
    ctx.fillRect(0, BAND - 1, width, 1);
    ctx.fillStyle = INK;
    ctx.font = `bold 15px ${FAMILY}`;
    ctx.textBaseline = "middle";
    columns.forEach((column, i) => {
      const room = (i + 1 < lefts.length ? lefts[i + 1] : width) - lefts[i] - 8;
      ctx.fillText(shorten(ctx, column.title, room), lefts[i], BAND / 2);
    });
    ctx.restore();
  }

  return { BAND, makeRenderer, drawLink, drawHeadings };
})();
