import { fileIsCorrupt } from '../refusal.js';
import type { Package } from './unpack.js';
import { isTrue, parseXml, qualified } from './xml.js';

/** Where the parts of a workbook are, as its own table of contents says. */
export interface Catalog {
  readonly sheets: readonly SheetEntry[];
  readonly sharedStrings: Buffer | null;
  readonly styles: Buffer | null;
  /** Dates count from 1904 (old Mac files) instead of 1900. */
  readonly from1904: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: Buffer;
}

interface Relation {
  readonly id: string;
  /** Last word of the relationship type: `worksheet`, `sharedStrings`, `styles`, … */
  readonly type: string;
  readonly target: string;
}

/**
 * Reads the table of contents of a workbook: its worksheets in tab order, and where texts and formats are kept.
 * Chart and macro sheets, links to other files and everything else are left alone. Null when the package is no workbook.
 */
export async function readCatalog(pack: Package): Promise<Catalog | null> {
  const root = (await relationsOf(pack, '')).find((relation) => relation.type === 'officeDocument');
  const workbookName = root?.target ?? 'xl/workbook.xml';
  const workbook = pack.parts.get(workbookName);
  if (workbook === undefined) return null;

  const relations = await relationsOf(pack, workbookName);
  const contents = await readContents(workbook, relations, pack);
  if (contents === null) return null;
  const first = (type: string): Buffer | null => {
    const relation = relations.find((candidate) => candidate.type === type);
    return relation === undefined ? null : (pack.parts.get(relation.target) ?? null);
  };
  return { ...contents, sharedStrings: first('sharedStrings'), styles: first('styles') };
}

type Contents = Pick<Catalog, 'sheets' | 'from1904'>;

async function readContents(workbook: Buffer, relations: readonly Relation[], pack: Package): Promise<Contents | null> {
  const unused = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetEntry[] = [];
  let root = '';
  let from1904 = false;
  await parseXml(workbook, {
    open: (name, attributes) => {
      if (root === '') root = name;
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const id = qualified(attributes, 'id') ?? '';
      const relation = unused.get(id);
      unused.delete(id);
      const part = pack.parts.get(relation?.target ?? '');
      if (relation === undefined || part === undefined) throw fileIsCorrupt('a sheet without a part of its own');
      if (relation.type === 'worksheet') sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part });
    },
  });
  return root === 'workbook' ? { sheets, from1904 } : null;
}

/** The relationships of a part ('' for the package itself); external targets are left out. */
async function relationsOf(pack: Package, partName: string): Promise<readonly Relation[]> {
  const slash = partName.lastIndexOf('/');
  const folder = partName.slice(0, slash + 1);
  const part = pack.parts.get(`${folder}_rels/${partName.slice(slash + 1)}.rels`);
  if (part === undefined) return [];
  const relations: Relation[] = [];
  const targets = new Set<string>();
  await parseXml(part, {
    open: (name, attributes) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = resolveTarget(folder, Target);
      // Each part is read once: a short table of contents must not name one long sheet a thousand times.
      if (!targets.has(target)) relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
      targets.add(target);
    },
  });
  return relations;
}

/** Targets are relative to the folder of their part, or absolute within the package; names are compared in lower case. */
function resolveTarget(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/').toLowerCase();
}
