import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/** The present time, a minute at a time, so that "today" does not stay yesterday on a screen that stays open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
