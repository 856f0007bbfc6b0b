import './start.css';
import { IconBolt, IconCloudOff, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { startTitleId } from '../inbox/focus.ts';
import { BrandMark } from '../parts/brand-mark.tsx';
import { words } from '../words.ts';
import { RackDrawing } from './rack-drawing.tsx';

const pointIcons = [IconCloudOff, IconBolt, IconLock];

/** The frame of everything before the inbox: who we are on the left, the matter at hand on the right. */
export function StartFrame({ children }: { children: ReactNode }) {
  return (
    <div className="start">
      <header className="start-brand">
        <div className="start-name">
          <BrandMark size={32} />
          <span>Colodesk</span>
        </div>
        <div className="start-pitch">
          <p className="start-headline">{words.start.pitch}</p>
          <ul className="start-points">
            {words.start.points.map((point, index) => {
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
      <main className="start-main">
        <div className="start-card">{children}</div>
      </main>
    </div>
  );
}

/** What a screen before the inbox is about. A screen that takes another one's place puts the keyboard here. */
export function StartTitle({ title, note }: { title: string; note: string }) {
  return (
    <div className="start-title">
      <h1 id={startTitleId} tabIndex={-1}>
        {title}
      </h1>
      <p>{note}</p>
    </div>
  );
}
