import type { Session } from 'electron';
import { expect, it, onTestFinished, vi } from 'vitest';
import { checkSpelling, spellingLanguages } from '../../electron/shell/spelling.ts';

vi.mock('electron', () => ({ app: { getPreferredSystemLanguages: () => ['de-AT', 'en-GB', 'tlh'] } }));

function checkedOn(platform: string, isWanted: boolean) {
  const { platform: before } = process;
  Object.defineProperty(process, 'platform', { value: platform });
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: before }));
  const session = {
    availableSpellCheckerLanguages: ['de', 'en-GB', 'en-US'],
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
  };
  checkSpelling(session as unknown as Session, isWanted);
  return { enabled: session.setSpellCheckerEnabled.mock.calls, languages: session.setSpellCheckerLanguages.mock.calls };
}

it('checks in the languages of the system, and not at all when it is switched off', () => {
  expect(checkedOn('win32', true)).toEqual({ enabled: [[true]], languages: [[['de', 'en-GB']]] });
  expect(checkedOn('win32', false)).toEqual({ enabled: [[false]], languages: [] });
  expect(checkedOn('darwin', true)).toEqual({ enabled: [[true]], languages: [] });
});

it('takes a language without the region where the region has none of its own', () => {
  const available = ['de', 'en-GB', 'en-US', 'pt-BR'];
  expect(spellingLanguages(['de-AT', 'de-DE', 'en-US', 'pt-PT', 'xx'], available)).toEqual(['de', 'en-US']);
  expect(spellingLanguages([], available)).toEqual([]);
});
