/* global document, Option, SWEEP, paretoFront */
// The page of a sweep: SWEEP (columns and rows) and paretoFront stand before this text.

const WIDTH = 800;
const HEIGHT = 480;
const EDGE = { left: 70, right: 20, top: 16, bottom: 50 };
const TICKS = 6;

const element = (id) => document.getElementById(id);
const { columns, rows } = SWEEP;

for (const axis of ['x', 'y']) {
  for (const { name } of columns) element(axis).add(new Option(name, name));
  element(axis).addEventListener('change', () => {
    const { better } = columns[element(axis).selectedIndex];
    element(`${axis}-better`).value = better;
    draw();
  });
  element(`${axis}-better`).addEventListener('change', draw);
}

/** A step of 1, 2 or 5 times a power of ten that cuts a range into about TICKS parts. */
function tickStep(range) {
  const rough = range / TICKS || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((x) => x * power).find((step) => step >= rough);
}

function scaleOf(values, from, to) {
  const step = tickStep(Math.max(...values) - Math.min(...values));
  const low = Math.floor(Math.min(...values) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(...values) / step) * step);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const count = Math.round((high - low) / step);
  return {
    at: (value) => from + ((value - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: count + 1 }, (_, i) => (low + i * step).toFixed(decimals)),
  };
}

function shape(name, attributes, text) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

function axes(x, y) {
  const bottom = HEIGHT - EDGE.bottom;
  const lines = [];
  for (const tick of x.ticks) {
    const at = x.at(Number(tick));
    lines.push(shape('line', { class: 'grid', x1: at, x2: at, y1: EDGE.top, y2: bottom }));
    lines.push(shape('text', { x: at, y: bottom + 18, 'text-anchor': 'middle' }, tick));
  }
  for (const tick of y.ticks) {
    const at = y.at(Number(tick));
    lines.push(shape('line', { class: 'grid', x1: EDGE.left, x2: WIDTH - EDGE.right, y1: at, y2: at }));
    lines.push(shape('text', { x: EDGE.left - 8, y: at + 4, 'text-anchor': 'end' }, tick));
  }
  const middle = (EDGE.top + bottom) / 2;
  const turned = { x: 16, y: middle, 'text-anchor': 'middle', transform: `rotate(-90 16 ${middle})` };
  lines.push(shape('text', { x: WIDTH / 2, y: HEIGHT - 8, 'text-anchor': 'middle' }, element('x').value));
  lines.push(shape('text', turned, element('y').value));
  return lines;
}

/** A design as a dot, or as a diamond where it is one of the best; what it is shows on hovering. */
function mark([px, py], row, isBest) {
  const node = isBest
    ? shape('path', { class: 'best', d: `M${px} ${py - 6}l6 6l-6 6l-6 -6z` })
    : shape('circle', { class: 'point', cx: px, cy: py, r: 3.5 });
  node.append(shape('title', {}, columns.map(({ name }, i) => `${name} ${row[i] ?? '–'}`).join('\n')));
  return node;
}

function fillTable(best) {
  const head = document.createElement('tr');
  for (const { name } of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    head.append(cell);
  }
  const body = best.map((row) => {
    const line = document.createElement('tr');
    line.append(
      ...row.map((value) => {
        const cell = document.createElement('td');
        cell.textContent = value ?? '–';
        return cell;
      }),
    );
    return line;
  });
  element('front').replaceChildren(head, ...body);
}

function draw() {
  const [ix, iy] = [element('x').selectedIndex, element('y').selectedIndex];
  const shown = rows.filter((row) => row[ix] !== null && row[iy] !== null);
  const points = shown.map((row) => [row[ix], row[iy]]);
  const more = (axis) => element(`${axis}-better`).value === 'more';
  const front = paretoFront(points, more('x'), more('y'));
  const names = `${columns[iy].name} over ${columns[ix].name}`;
  element('summary').textContent =
    `${names}: ${front.length} best compromises (diamonds) of ${points.length} designs.`;
  fillTable(front.map((index) => shown[index]));
  if (points.length === 0) {
    element('plot').replaceChildren();
    return;
  }
  const x = scaleOf(
    points.map(([value]) => value),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = scaleOf(
    points.map(([, value]) => value),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const places = points.map(([a, b]) => [x.at(a), y.at(b)]);
  const best = new Set(front);
  // What the best reach between them is a step: first along the axis where the next is not better yet.
  const stepTo = ([px, py]) => (more('x') ? `V${py}H${px}` : `H${px}V${py}`);
  const path = front
    .map((index, i) => (i === 0 ? `M${places[index].join(' ')}` : stepTo(places[index])))
    .join('');
  const others = shown.map((row, i) => (best.has(i) ? null : mark(places[i], row, false)));
  element('plot').replaceChildren(
    ...axes(x, y),
    ...others.filter((node) => node !== null),
    shape('path', { class: 'staircase', d: path }),
    ...front.map((index) => mark(places[index], shown[index], true)),
  );
}

for (const [axis, name] of [
  ['x', 'sideEffortDb'],
  ['y', 'separationDb'],
]) {
  const column = columns.findIndex((one) => one.name === name);
  element(axis).selectedIndex = column;
  element(`${axis}-better`).value = columns[column].better;
}
draw();
