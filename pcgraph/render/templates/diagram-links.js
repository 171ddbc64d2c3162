"use strict";
/* How a link is drawn on the canvas; the still picture follows the same rules (links.py). */
const pcLinks = (() => {
  const LINE = "#5f6e79";
  const ACROSS = "#87959f";
  const FAINT = "#e1e7eb";
  const INK = "#14202b";
  const ARROW = 7;
  const DASH = [7, 4];

  /* From side to side; a link within a column bows out to its right. */
  function findBoxCurve(from, to, nth) {
    const level = from.x === to.x;
    const side = to.x > from.x ? 1 : -1;
    const shift = (nth % 2 ? 1 : -1) * Math.ceil(nth / 2) * 9;
    const start = { x: from.x + (level ? 1 : side) * from.boxWidth / 2, y: from.y + shift };
    const end = { x: to.x + (level ? 1 : -side) * to.boxWidth / 2, y: to.y + shift };
    const bend = level ? 40 + 12 * nth : Math.abs(end.x - start.x) * 0.5;
    return { start, end, out: level ? bend : side * bend, into: level ? bend : -side * bend, arrow: ARROW };
  }

  /* From mark to mark through the inside of the group. */
  function findMarkCurve(from, to) {
    const [start, end] = [findMark(from), findMark(to)];
    const level = start.x === end.x;
    const bend = level ? Math.min(90, 16 + Math.abs(end.y - start.y) * 0.3) : Math.min(60, Math.abs(end.x - start.x) / 2);
    return { start, end, out: -from.side * bend, into: -to.side * bend, arrow: 0 };
  }

  const findMark = (node) => ({ x: node.x - node.side * (node.boxWidth / 2 - node.slot / 2), y: node.y });

  function drawArrow(ctx, x, y, side) {
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + side * ARROW, y - ARROW / 2);
    ctx.lineTo(x + side * ARROW, y + ARROW / 2);
    ctx.fill();
  }

  function drawWord(ctx, edge, curve) {
    const word = [edge.word, edge.dashed && edge.basis].filter(Boolean).join(", ");
    const room = Math.abs(curve.end.x - curve.start.x) - 40;
    ctx.setLineDash([]);
    ctx.font = `14px ${pcDraw.FAMILY}`;
    const shown = [word, edge.word].find((one) => one && ctx.measureText(one).width <= room);
    if (!shown) return;
    const [x, y] = [(curve.start.x + curve.end.x) / 2, (curve.start.y + curve.end.y) / 2];
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 6;
    ctx.strokeStyle = "#fff";
    ctx.strokeText(shown, x, y);
    ctx.fillText(shown, x, y);
  }

  /* state is "plain", "near" (of the chosen item) or "far". */
  function drawLink(ctx, edge, from, to, state) {
    const curve = from.radius ? findMarkCurve(from, to) : findBoxCurve(from, to, edge.nth);
    const { start, end, out, into, arrow } = curve;
    const width = edge.width || 1.2;
    ctx.save();
    ctx.fillStyle = ctx.strokeStyle = { plain: from.kind === to.kind || arrow ? LINE : ACROSS, near: INK, far: FAINT }[state];
    ctx.lineWidth = state === "near" ? Math.max(2, width) : width;
    ctx.setLineDash(edge.dashed ? DASH : []);
    ctx.beginPath();
    ctx.moveTo(start.x, start.y);
    ctx.bezierCurveTo(start.x + out, start.y, end.x + into, end.y, end.x + Math.sign(into) * arrow, end.y);
    ctx.stroke();
    if (arrow) {
      drawArrow(ctx, end.x, end.y, Math.sign(into));
      if (state === "near") drawWord(ctx, edge, curve);
    }
    ctx.restore();
  }

  return { drawLink, findMark };
})();
