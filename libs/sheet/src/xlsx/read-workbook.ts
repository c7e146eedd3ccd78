import { DomainError } from '#libs/errors';
import { cleanText } from '../clean-text.js';
import { refuseAsWorkbook, refusePackage, startsLikeZip } from '../file-kind.js';
import { openBudget } from '../limits.js';
import type { SheetLimits } from '../limits.js';
import { fileIsCorrupt } from '../refusal.js';
import type { Sheet, Workbook } from '../workbook.js';
import { readCatalog } from './catalog.js';
import { readNumberLooks } from './number-format.js';
import { readSharedStrings } from './shared-strings.js';
import { unpack } from './unpack.js';
import { readWorksheet } from './worksheet.js';

/**
 * Reads an Excel workbook (.xlsx, .xlsm): the values of every worksheet, hidden ones included. Formulas count as the value last calculated;
 * macros, links to other files, pictures and formats are left alone.
 *
 * Why not ExcelJS: it expands merged blocks, validations and named ranges cell by cell, so a file of a few kilobytes decides how long it
 * runs and how much memory it takes; here every step is bounded by `options`.
 *
 * Throws nothing but `DomainError` of kind `invalid`: `sheet.file-empty`, `sheet.not-a-workbook` (naming what the file looks like),
 * `sheet.encrypted`, `sheet.rights-protected`, `sheet.corrupt`, `sheet.inflates-too-much`, `sheet.too-many-entries`, `sheet.unsafe-path`,
 * `sheet.too-many-rows`, `sheet.too-many-columns`, `sheet.too-many-cells`, `sheet.cell-too-long`.
 */
export async function readWorkbook(bytes: Uint8Array, options: Partial<SheetLimits> = {}): Promise<Workbook> {
  if (!startsLikeZip(bytes)) throw refuseAsWorkbook(bytes);
  try {
    return await readPackage(bytes, options);
  } catch (error) {
    throw error instanceof DomainError ? error : fileIsCorrupt(error);
  }
}

async function readPackage(bytes: Uint8Array, options: Partial<SheetLimits>): Promise<Workbook> {
  const budget = openBudget(options);
  const pack = await unpack(bytes, budget.limits);
  const catalog = await readCatalog(pack);
  if (catalog === null) throw refusePackage(pack.names, pack.parts.get('mimetype')?.toString('latin1') ?? '');

  const context = {
    strings: await readSharedStrings(catalog.sharedStrings, budget.limits),
    looks: await readNumberLooks(catalog.styles),
    from1904: catalog.from1904,
    maxCharacters: budget.limits.maxCellCharacters,
  };
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of catalog.sheets) {
    sheets.push({ name: cleanText(name), hidden, rows: await readWorksheet(part, context, budget) });
  }
  return { sheets };
}
