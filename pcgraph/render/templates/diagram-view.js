"use strict";
/* Moving the picture: by button, key, wheel; where it starts. */
const pcView = (() => {
  const MARGIN = 14;
  const SMALLEST_TEXT = 12;
  const ZOOM = 1.25;
  const STEP = 0.4;
  const KEYS = {
    ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down",
    "+": "in", "=": "in", "-": "out", 0: "fit", Home: "start",
  };

  /* groups: those whose headings stand above their items. */
  function findExtent(nodes, groups) {
    const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const include = (left, top, right, bottom) => {
      extent.left = Math.min(extent.left, left - MARGIN);
      extent.top = Math.min(extent.top, top - MARGIN);
      extent.right = Math.max(extent.right, right + MARGIN);
      extent.bottom = Math.max(extent.bottom, bottom + MARGIN);
    };
    for (const { x, y, boxWidth, boxHeight } of nodes) {
      include(x - boxWidth / 2, y - boxHeight / 2, x + boxWidth / 2, y + boxHeight / 2);
    }
    for (const { x, y, width } of groups) include(x, y - 9, x + width, y);
    return extent;
  }

  /* extent is kept up to date by the page: it is that of what is shown. band: the height of the columns' headings. */
  function makeView(network, holder, extent, font, band) {
    const wide = () => extent.right - extent.left;
    const tall = () => extent.bottom - extent.top;
    const smallest = SMALLEST_TEXT / font;
    const width = () => holder.clientWidth;
    const height = () => holder.clientHeight - band;

    function limit(middle, low, high, half) {
      if (high - low <= 2 * half) return (low + high) / 2;
      return Math.min(Math.max(middle, low + half), high - half);
    }

    /* Shows the place as near to the middle as can be without leaving the picture. */
    function show(x, y, scale) {
      const shift = band / 2 / scale;
      const halfHeight = height() / 2 / scale;
      const fits = tall() <= 2 * halfHeight;
      const middle = fits ? extent.top + halfHeight : limit(y + shift, extent.top, extent.bottom, halfHeight);
      const position = { x: limit(x, extent.left, extent.right, width() / 2 / scale), y: middle - shift };
      network.moveTo({ position, scale, animation: false });
    }

    function start() {
      show(extent.left, extent.top, Math.min(1, Math.max(smallest, width() / wide())));
    }

    function fit() {
      show(extent.left, extent.top, Math.min(1.5, width() / wide(), height() / tall()));
    }

    function move(dx, dy) {
      const { x, y } = network.getViewPosition();
      const scale = network.getScale();
      show(x + dx / scale, y + dy / scale, scale);
      const now = network.getViewPosition();
      return Math.abs(now.x - x) + Math.abs(now.y - y) > 0.5 / scale;
    }

    function zoom(factor) {
      const { x, y } = network.getViewPosition();
      show(x, y, Math.min(4, Math.max(0.05, network.getScale() * factor)));
    }

    function reveal(node) {
      show(node.x, node.y, Math.max(network.getScale(), smallest));
    }

    const moves = {
      in: () => zoom(ZOOM),
      out: () => zoom(1 / ZOOM),
      left: () => move(-width() * STEP, 0),
      right: () => move(width() * STEP, 0),
      up: () => move(0, -height() * STEP),
      down: () => move(0, height() * STEP),
      fit,
      start,
    };

    /* The wheel scrolls the picture, and the page again where the picture ends. */
    function onWheel(event) {
      if (event.ctrlKey) {
        event.preventDefault();
        zoom(Math.exp(-event.deltaY / 400));
        return;
      }
      const unit = event.deltaMode === 1 ? 18 : 1;
      const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      if (move(dx * unit, dy * unit)) event.preventDefault();
    }

    function onKey(event) {
      const name = KEYS[event.key];
      if (!name || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      moves[name]();
    }

    /* No browser draws a canvas of any height. */
    const heightAt = (pixels) => Math.min(16000, Math.ceil((pixels / wide()) * tall()) + band + 2);

    return { moves, onWheel, onKey, reveal, heightAt };
  }

  /* A small picture needs no tall canvas. */
  function fitHolder(holder, extent, font, band) {
    const scale = Math.min(1, Math.max(SMALLEST_TEXT / font, holder.clientWidth / (extent.right - extent.left)));
    const needed = Math.ceil((extent.bottom - extent.top) * scale) + band + 2;
    if (needed < holder.clientHeight) holder.style.height = `${needed}px`;
  }

  return { findExtent, makeView, fitHolder };
})();
