import '../ui/header.css';
import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { BrandMark } from '../ui/brand-mark.tsx';
import { RowSkeletons } from '../ui/row-skeletons.tsx';
import { words } from '../words/words.ts';

const patienceMs = 500;

/** The shape of the inbox while the account is being opened; after a moment it says what it waits for. */
export function Starting({ waitsForKeychain }: { waitsForKeychain: boolean }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <main className="inbox" aria-busy="true">
      <h1 className="unseen">{words.start.starting}</h1>
      <div className="header" aria-hidden="true">
        <BrandMark size={26} />
        <Skeleton height={34} maw={544} radius={7} mx="auto" animate={false} />
      </div>
      <div className="list-skeleton">
        <RowSkeletons count={40} />
        <div className="starting-note" role="status">
          {isLong && waitsForKeychain && (
            <div className="starting-card">
              <p className="starting-title">{words.start.waitsForKeychain}</p>
              <p>{words.start.waitsHint}</p>
            </div>
          )}
        </div>
      </div>
    </main>
  );
}
