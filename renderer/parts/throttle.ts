/** Runs `task` at once, then at most once in `intervalMs`; calls that come in between are answered by one run at its end. */
export function throttle(task: () => void, intervalMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isAskedAgain = false;
  const run = () => {
    isAskedAgain = false;
    task();
    timer = setTimeout(() => {
      timer = null;
      if (isAskedAgain) run();
    }, intervalMs);
  };
  return () => {
    if (timer) isAskedAgain = true;
    else run();
  };
}
