import type { StartTrace, Task } from './start-trace.ts';

const widthPx = 1_200;
const leftPx = 150;
const lanePx = 46;
const topPx = 40;
/** A shorter bar has no room for its name. */
const namedFromPx = 70;

/** Draws a start: a line of bars for each thread, full where it has the processor, pale where it waits. */
export function timelineSvg({ lanes, moments }: StartTrace, title: string): string {
  const endMs = Math.max(...moments.map(({ atMs }) => atMs)) + 100;
  const x = (ms: number) => leftPx + (ms / endMs) * (widthPx - leftPx);
  const heightPx = topPx + lanes.length * lanePx + 40;
  const bar = (task: Task, topOfLanePx: number) => {
    const from = x(task.fromMs);
    const length = Math.max(1, x(task.fromMs + task.lengthMs) - from);
    const busy = length * Math.min(1, task.cpuMs / task.lengthMs);
    const name = length >= namedFromPx ? `<text x="${px(from + 3)}" y="${topOfLanePx + 16}">${task.name}</text>` : '';
    const box = (width: number, kind: string) =>
      `<rect class="${kind}" x="${px(from)}" y="${topOfLanePx}" width="${px(width)}" height="24"/>`;
    const tip = `<title>${task.name || 'task'}: ${px(task.lengthMs)} ms, processor ${px(task.cpuMs)} ms</title>`;
    return `<g>${tip}${box(length, 'waits')}${box(busy, 'works')}${name}</g>`;
  };
  const drawnLanes = lanes.map((lane, at) => {
    const top = topPx + at * lanePx;
    const bars = lane.tasks.filter(({ fromMs }) => fromMs < endMs).map((task) => bar(task, top));
    return `<text x="4" y="${top + 16}">${lane.title}</text>${bars.join('')}`;
  });
  const drawnMoments = moments.map(
    ({ name, atMs }, at) =>
      `<line x1="${px(x(atMs))}" x2="${px(x(atMs))}" y1="${topPx - 8}" y2="${heightPx - 30}"/>` +
      `<text text-anchor="end" x="${px(x(atMs) - 4)}" y="${heightPx - 18 + at * 14}">${name}, ${Math.round(atMs)} ms</text>`,
  );
  const style = `text{font:11px sans-serif;fill:#16181d}.works{fill:#7fa8f0}.waits{fill:#dfe6f3}line{stroke:#c2410c}
    @media(prefers-color-scheme:dark){text{fill:#e8eaee}.works{fill:#3f63a8}.waits{fill:#2a3140}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" role="img" aria-label="${title}">
<style>${style}</style>
<text x="4" y="16">${title}</text>
${drawnLanes.join('\n')}
${drawnMoments.join('\n')}
</svg>
`;
}

const px = (value: number): string => value.toFixed(1);
