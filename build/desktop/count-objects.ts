import type { Page } from 'playwright';

/**
 * Counts the objects that the page's scripts hold, once what is unused has been cleared away. Unlike the bytes of the heap,
 * they do not become more while Chromium compiles what is used often.
 */
export async function countObjects(page: Page): Promise<number> {
  const inspector = await page.context().newCDPSession(page);
  const { result: prototype } = await inspector.send('Runtime.evaluate', { expression: 'Object.prototype' });
  const { objects } = await inspector.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
  const { result: count } = await inspector.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
  });
  await inspector.detach(); // which lets go of them
  return Number(count.value);
}
