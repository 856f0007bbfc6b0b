/*
 * The list of parts beside a package: every npm package whose code is in it, and Electron, in CycloneDX, which scanners for known
 * vulnerabilities read. npm makes it from the lock file; what does not reach the package is left out.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { type AfterPackContext, Arch } from 'electron-builder';
import { z } from 'zod';
import { packagesNamedIn } from '../licences.ts';
import { runOrThrow } from '../run.ts';

/** The list's file name ends with it. */
export const listEnding = '.cdx.json';

/** Writes the list beside a package whose files are all in place. */
export async function writeListOfParts({ packager, outDir, appOutDir, arch }: AfterPackContext): Promise<void> {
  const { productName, version } = packager.appInfo;
  const resources = packager.getResourcesDir(appOutDir);
  const list = listOfParts(await lockedParts(), {
    version,
    packages: packagesIn(join(resources, 'app.asar')),
    electronVersion: packager.info.framework.version,
    libraries: await librariesIn(join(resources, 'app.asar.unpacked')),
  });
  const system = packager.platform.buildConfigurationKey;
  await writeFile(join(outDir, `${productName}-${version}-${system}-${Arch[arch]}${listEnding}`), list);
}

/** Returns the packages whose code is in an archive, bundled or as they are, each as `name@version`, in order. */
export function packagesIn(archive: string): string[] {
  const found = listPackage(archive, { isPack: false }).flatMap((name) => {
    const file = name.slice(1);
    const read = () => extractFile(archive, file).toString();
    const path = file.replaceAll(sep, '/');
    if (path.endsWith('/licences.txt')) return packagesNamedIn(read());
    if (/^node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path)) return idOf(read());
    return [];
  });
  return [...new Set(found)].sort();
}

const manifestSchema = z.object({ name: z.string(), version: z.string() });

function idOf(manifest: string): string {
  const { name, version } = manifestSchema.parse(JSON.parse(manifest));
  return `${name}@${version}`;
}

type Library = { name: string; sha256: string };

/** Libraries of Windows, which no npm package brings along. */
async function librariesIn(unpacked: string): Promise<Library[]> {
  const files = (await readdir(unpacked, { recursive: true })).filter((file) => file.endsWith('.dll')).sort();
  const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  return Promise.all(
    files.map(async (file) => ({ name: basename(file), sha256: hash(await readFile(join(unpacked, file))) })),
  );
}

const componentSchema = z.looseObject({ 'bom-ref': z.string(), version: z.string() });
type Component = z.infer<typeof componentSchema>;

const listSchema = z.looseObject({
  metadata: z.looseObject({ component: componentSchema }),
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

type Parts = { version: string; packages: readonly string[]; electronVersion: string; libraries: readonly Library[] };

/**
 * Returns the list as JSON, the same for the same parts: it carries neither a time nor a serial number.
 * @param locked what `lockedParts` returns @throws Error that names packages which the lock file does not know
 */
export function listOfParts(locked: string, { version, packages, electronVersion, libraries }: Parts): string {
  const { serialNumber: _, ...list } = listSchema.parse(JSON.parse(locked));
  const { timestamp: __, ...metadata } = list.metadata;
  const wanted = new Set(packages);
  const components = list.components.filter((component) => wanted.delete(component['bom-ref']));
  if (wanted.size > 0) throw new Error(`The lock file does not know what is packed: ${[...wanted].join(', ')}.`);

  const electron = electronPart(electronVersion);
  const root = list.metadata.component['bom-ref'];
  const isListed = new Set([root, ...packages]);
  const dependencies = list.dependencies
    .filter(({ ref }) => isListed.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: [...dependsOn.filter((each) => isListed.has(each)), ...(ref === root ? [electron['bom-ref']] : [])],
    }));
  const complete = {
    ...list,
    metadata: {
      ...metadata,
      lifecycles: [{ phase: 'build' }],
      component: { ...shipped(list.metadata.component), version },
    },
    components: [...components.map(shipped), electron, ...libraries.map(libraryPart)],
    dependencies,
  };
  return `${JSON.stringify(complete, null, 2)}\n`;
}

/** npm knows how a package was installed: under which name, and for which use. What is shipped is needed under its own name. */
function shipped(component: Component): Component {
  const name = component['bom-ref'].slice(0, component['bom-ref'].lastIndexOf('@'));
  return { ...component, name, scope: 'required', properties: [] };
}

/** The program itself, which is not the npm package of that name but is known by it. */
function electronPart(version: string): Component {
  const id = `electron@${version}`;
  const licenses = [{ license: { id: 'MIT' } }];
  return { 'bom-ref': id, type: 'framework', name: 'electron', version, purl: `pkg:npm/${id}`, licenses };
}

function libraryPart({ name, sha256 }: Library) {
  return { 'bom-ref': name, type: 'file', name, hashes: [{ alg: 'SHA-256', content: sha256 }] };
}

/** Returns npm's own list of everything in the lock file, also of what is only for development: some of that is bundled. */
export function lockedParts(): Promise<string> {
  const { npm_execpath: npm } = process.env; // set by npm for what it starts; otherwise it is on the path
  const args = [
    'sbom',
    '--package-lock-only',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    '--loglevel=error',
  ];
  const all = ['--include=dev', '--include=optional', '--include=peer'];
  return npm ? runOrThrow(process.execPath, [npm, ...args, ...all]) : runOrThrow('npm', [...args, ...all]);
}
