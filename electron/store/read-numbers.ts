import type { Reader, SqlValue } from './database.ts';

/**
 * Returns all numbers in the column `numbers` of a query's only row, a text in which anything but digits separates them.
 * A hundred thousand short rows take several times as long to read as objects than as one text.
 */
export function readNumbers(database: Reader, sql: string, ...values: SqlValue[]): Int32Array {
  const text = database.first(sql, ...values)?.numbers;
  return typeof text === 'string' ? parseNumbers(text) : new Int32Array(0);
}

function parseNumbers(text: string): Int32Array {
  const numbers = new Int32Array((text.length >> 1) + 1);
  let count = 0;
  let number = -1;
  for (let at = 0; at <= text.length; at++) {
    const digit = text.charCodeAt(at) - 48; // NaN at the end of the text
    if (digit >= 0 && digit <= 9) {
      number = (number < 0 ? 0 : number * 10) + digit;
    } else if (number >= 0) {
      numbers[count++] = number;
      number = -1;
    }
  }
  return numbers.slice(0, count);
}
