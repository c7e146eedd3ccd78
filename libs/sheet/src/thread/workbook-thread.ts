import { serve } from '#libs/thread';
import type { SheetValue, WorkbookDefinition } from '../write/definition.js';
import { workbookHere } from '../write/write-workbook.js';

/** The program of a thread that writes workbooks: the rows of each sheet come separately. */
serve(async (given, channel) => {
  const definition = given as WorkbookDefinition;
  const sheets = [];
  for (const [index, sheet] of definition.sheets.entries()) {
    const rows: (readonly SheetValue[])[] = [];
    for await (const portion of channel.rows(index)) rows.push(...(portion as readonly (readonly SheetValue[])[]));
    sheets.push({ ...sheet, rows });
  }
  await channel.send(await workbookHere({ ...definition, sheets }, (done, total) => channel.progress(done, total)));
});
