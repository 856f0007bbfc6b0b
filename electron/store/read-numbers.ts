import type { Reader, SqlValue } from './database.ts';

/**
 * Returns all numbers in the column `numbers` of a query's only row, a text in which anything but digits separates them.
 * A hundred thousand short rows take several times as long to read as objects than as one text, and a text as long as several
 * of its bytes.
 */
export function readNumbers(database: Reader, sql: string, ...values: SqlValue[]): Int32Array {
  const bytes = database.first(`SELECT CAST(numbers AS BLOB) AS numbers FROM (${sql})`, ...values)?.numbers;
  return bytes instanceof ArrayBuffer ? parseNumbers(new Uint8Array(bytes)) : new Int32Array(0);
}

function parseNumbers(bytes: Uint8Array): Int32Array {
  const numbers = new Int32Array((bytes.length + 1) >> 1); // there cannot be more
  let count = 0;
  let number = -1;
  for (let at = 0; at < bytes.length; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit >= 0 && digit <= 9) {
      number = (number < 0 ? 0 : number * 10) + digit;
    } else if (number >= 0) {
      numbers[count++] = number;
      number = -1;
    }
  }
  if (number >= 0) numbers[count++] = number;
  return numbers.slice(0, count);
}
