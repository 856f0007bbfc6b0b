import { visibleFileName } from '../contract/file-name.ts';
import { words } from '../words/words.ts';

/** Returns a file's name as it is printed: without what could disguise it, and with words for a name of nothing else. */
export const printedFileName = (fileName: string): string => visibleFileName(fileName) || words().paper.noFileName;
