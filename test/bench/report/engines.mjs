/** Who is measured: what is laid out before, and the command that is timed. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFontList, writePage, writeSheet } from './sheets.mjs';

const script = (name) => path.join(import.meta.dirname, name);
const found = (names) => names.flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))).find((file) => existsSync(file));

const node = (name, say, file) => ({ name, say, prepare: async () => undefined, command: (pages, out) => [process.execPath, [script(file), String(pages), out], {}] });

/** `sizes` are the numbers of pages an engine can bear. */
export function engines(folder) {
  const chromium = found(['chromium', 'chromium-browser', 'google-chrome']);
  const soffice = found(['soffice']);
  const page = (pages) => path.join(folder, `page-${pages}.html`);
  const sheet = (pages) => path.join(folder, `sheet-${pages}.fods`);
  return [
    { ...node('baton', 'Baton (PDF/A-3a, PDF/UA-1)', 'kit.mjs'), own: true },
    node('pdfmake', 'pdfmake (untagged)', 'pdfmake.mjs'),
    ...(chromium === undefined
      ? []
      : [
          {
            name: 'chromium',
            say: 'Chromium (tagged)',
            // Beyond, it takes many gigabytes.
            largest: 300,
            prepare: (pages) => writePage(page(pages), pages),
            command: (pages, out) => [
              chromium,
              ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--user-data-dir=${path.join(folder, 'chromium')}`, `--print-to-pdf=${out}`, pathToFileURL(page(pages)).href],
              {},
            ],
          },
        ]),
    ...(soffice === undefined
      ? []
      : [
          {
            name: 'libreoffice',
            say: 'LibreOffice (untagged)',
            prepare: async (pages) => {
              await writeFontList(path.join(folder, 'fonts.conf'));
              await writeSheet(sheet(pages), pages);
            },
            command: (pages, out) => [
              soffice,
              ['--headless', `-env:UserInstallation=${pathToFileURL(path.join(folder, 'office')).href}`, '--convert-to', 'pdf:calc_pdf_Export', '--outdir', path.dirname(out), sheet(pages)],
              { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
            ],
            made: (pages, out) => path.join(path.dirname(out), `sheet-${pages}.pdf`),
          },
        ]),
  ];
}
