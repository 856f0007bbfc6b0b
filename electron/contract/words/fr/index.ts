/* The messages that both processes use, in French. */

import type { Translated } from '../../translation.ts';
import type { english } from '../en/index.ts';
import { commands } from './commands.ts';
import { attaching, fields, signIn } from './fields.ts';
import { problems, problemsWithoutWords } from './problems.ts';

export const french = { attaching, commands, fields, problems, problemsWithoutWords, signIn } satisfies Translated<
  typeof english
>;
