import { open } from 'node:fs/promises';
import { z } from 'zod';

type Folder = { files: Record<string, Folder | File> };
type File = { size?: number | undefined; unpacked?: boolean | undefined };

const entrySchema: z.ZodType<Folder | File> = z.lazy(() =>
  z.union([
    z.object({ files: z.record(z.string(), entrySchema) }),
    z.object({ size: z.number().optional(), unpacked: z.boolean().optional() }),
  ]),
);

/** One file of a packed application: inside the archive, or unpacked beside it. */
export type PackedFile = { path: string; isUnpacked: boolean };

/** The files of an asar archive: four numbers, of which the last is the length of the JSON that follows, then the files. */
export async function filesInArchive(archive: string): Promise<PackedFile[]> {
  const file = await open(archive);
  try {
    const { buffer: numbers } = await file.read(Buffer.alloc(16), 0, 16, 0);
    const length = numbers.readUInt32LE(12);
    const { buffer: header } = await file.read(Buffer.alloc(length), 0, length, 16);
    return filesIn(entrySchema.parse(JSON.parse(header.toString('utf8'))), '');
  } finally {
    await file.close();
  }
}

function filesIn(entry: Folder | File, path: string): PackedFile[] {
  if (!('files' in entry)) return [{ path: path.slice(1), isUnpacked: entry.unpacked ?? false }];
  return Object.entries(entry.files).flatMap(([name, child]) => filesIn(child, `${path}/${name}`));
}
