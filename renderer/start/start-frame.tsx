/* The frame of every screen before the inbox: the brand on the left, the screen's subject on the right. */

import { IconBolt, IconCloudOff, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { startTitleId } from '../state/screen.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { words } from '../words/words.ts';
import styles from './start-frame.module.css';

export function StartFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.start}>
      <header className={styles.brand}>
        <div className={styles.name}>
          <BrandMark size={32} />
          <span>Colodesk</span>
        </div>
        <div className={styles.pitch}>
          <p className={styles.headline}>{words.start.pitch}</p>
          <ul className={styles.points}>
            {Object.values(words.start.points).map((point, index) => {
              const Icon = pointIcons[index] ?? IconBolt;
              return (
                <li key={point}>
                  <Icon size={18} stroke={1.75} aria-hidden="true" />
                  {point}
                </li>
              );
            })}
          </ul>
        </div>
        <RackDrawing />
      </header>
      <main className={styles.main}>
        <div className={styles.card}>{children}</div>
      </main>
    </div>
  );
}

/** The title of such a screen. It takes the focus when the screen replaces another one (`useScreenFocus` in app.tsx). */
export function StartTitle({ title, note }: { title: string; note: string }) {
  return (
    <div className={styles.title}>
      <h1 id={startTitleId} tabIndex={-1}>
        {title}
      </h1>
      <p>{note}</p>
    </div>
  );
}

/** A drawing of a rack at the foot of the brand panel, hidden from screen readers. */
function RackDrawing() {
  return (
    <svg className={styles.rack} viewBox="0 0 260 190" aria-hidden="true" focusable="false">
      <rect x="10" y="6" width="240" height="200" rx="12" fill="none" stroke="currentColor" strokeOpacity="0.35" />
      {units.map((unit) => (
        <g key={unit.y} transform={`translate(30 ${unit.y})`}>
          <rect width="200" height="20" rx="4" fill="currentColor" fillOpacity="0.07" />
          <rect x="10" y="8" width={unit.width * 0.45} height="4" rx="2" fill="currentColor" fillOpacity="0.28" />
          {Array.from({ length: unit.lights }, (_, light) => light * 12).map((x) => (
            <circle
              key={x}
              cx={186 - x}
              cy="10"
              r="2.6"
              fill="currentColor"
              className={x === 0 ? styles.light : undefined}
              fillOpacity="0.8"
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

const pointIcons = [IconCloudOff, IconBolt, IconLock];

/** The units of the drawing: `y` and `width` in the drawing's own coordinates. */
const units = [
  { y: 24, width: 200, lights: 3 },
  { y: 54, width: 200, lights: 1 },
  { y: 84, width: 124, lights: 0 },
  { y: 114, width: 200, lights: 4 },
  { y: 144, width: 168, lights: 2 },
  { y: 174, width: 200, lights: 1 },
];
