import { StreamableFile } from '@nestjs/common';
import { blankWorkbook, writeWorkbook, type BlankForm } from '#libs/sheet';
import { attachmentDisposition } from '../file/content-disposition.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A form to be filled in, as a download under its own name. */
export async function formFile(form: BlankForm): Promise<StreamableFile> {
  const content = await writeWorkbook(blankWorkbook(form));
  return new StreamableFile(content, { type: XLSX, disposition: attachmentDisposition(`${form.title}_빈서식.xlsx`), length: content.length });
}
