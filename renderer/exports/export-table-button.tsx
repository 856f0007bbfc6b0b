/* The button that exports the table of a chart. */

import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { openExport } from '../state/exports.ts';
import { words } from '../words/words.ts';

type Props = {
  table: {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
};

export function ExportTableButton({ table: { name, columns, rows } }: Props) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      aria-label={words.exports.buttonOf({ name })}
      leftSection={<IconFileExport size={14} aria-hidden="true" />}
      onClick={() =>
        openExport({ what: 'table', table: { name, columns: [...columns], rows: rows.map((row) => [...row]) } })
      }
    >
      {words.exports.button}
    </Button>
  );
}
