/* The messages that both processes use, in English, the source of all translations. */

import { commands } from './commands.ts';
import { attaching, fields, signIn } from './fields.ts';
import { problems, problemsWithoutWords } from './problems.ts';

export const english = { attaching, commands, fields, problems, problemsWithoutWords, signIn } as const;
