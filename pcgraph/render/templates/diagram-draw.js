"use strict";
/* How items and headings are drawn on the canvas. */
const pcDraw = (() => {
  const FAMILY = 'Arial, Helvetica, "Liberation Sans", sans-serif';
  const INK = "#14202b";
  const FADED = 0.35;
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
    let middle = box.top + sizes.above + sizes.line / 2;
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

  function drawMark(ctx, node, x, y, kind, sizes, look) {
    const mark = pcLinks.findMark({ ...node, x, y });
    const { radius, side, lines } = node;
    ctx.globalAlpha = look.faded ? FADED : 1;
    ctx.save();
    ctx.translate(mark.x - radius, mark.y - radius);
    ctx.scale(radius / 8, radius / 8);
    const path = new Path2D(kind.shape);
    ctx.lineJoin = "round";
    ctx.lineWidth = (look.chosen ? 6 : 3) * 8 / radius;
    ctx.strokeStyle = look.chosen ? INK : "#fff";
    ctx.stroke(path);
    ctx.fillStyle = kind.color;
    ctx.fill(path);
    ctx.restore();
    ctx.font = `${look.chosen ? "bold " : ""}${sizes.font}px ${FAMILY}`;
    ctx.textAlign = side < 0 ? "right" : "left";
    ctx.textBaseline = "middle";
    const room = node.boxWidth - node.slot;
    const start = x + side * (node.slot - node.boxWidth / 2);
    lines.forEach((line, i) => {
      const middle = y + (i - (lines.length - 1) / 2) * sizes.line;
      const width = Math.min(room, ctx.measureText(line).width);
      ctx.fillStyle = "#fff";
      ctx.globalAlpha = 1;
      ctx.fillRect(side < 0 ? start - width - 2 : start - 2, middle - sizes.line / 2, width + 4, sizes.line);
      ctx.globalAlpha = look.faded ? FADED : 1;
      ctx.fillStyle = INK;
      ctx.fillText(line, start, middle, room);
    });
  }

  /* look(id) says whether an item is chosen or faded at the moment. */
  function makeRenderer(node, kind, sizes, look) {
    return ({ ctx, x, y }) => ({
      drawNode: () => (node.radius ? drawMark : drawBox)(ctx, node, x, y, kind, sizes, look(node.id)),
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

  /* The shape and name of each group, above it. */
  function drawGroupHeadings(ctx, headings, line) {
    ctx.save();
    ctx.font = `bold 14px ${FAMILY}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    for (const { x, y, lines, color, shape } of headings) {
      ctx.fillStyle = "#fff";
      ctx.fillRect(x, y - line / 2, 22 + Math.max(...lines.map((words) => ctx.measureText(words).width)) + 2, line * lines.length);
      ctx.save();
      ctx.translate(x, y - 8);
      ctx.fillStyle = color;
      ctx.fill(new Path2D(shape));
      ctx.restore();
      ctx.fillStyle = INK;
      lines.forEach((words, i) => ctx.fillText(words, x + 22, y + i * line));
    }
    ctx.restore();
  }

  return { BAND, FAMILY, makeRenderer, drawHeadings, drawGroupHeadings };
})();
