import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { businessNumber } from './funds.js';

const NUMBER = 'FND-2021-01';
/** Of its general partner: limits and statute count all funds that one manages together. */
const GENERAL_PARTNER = '781-88-04874';

/** The register of the fixtures as that of another fund: imported beside the first one, it is a fund of its own, under a general partner of its own, with the same figures. */
export async function renumberedRegister(fundNumber: string): Promise<Buffer> {
  const general = businessNumber().replace(/^(\d{3})-?(\d{2})-?(\d{5})$/, '$1-$2-$3');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync('test/fixtures/fund-register.xlsx') as unknown as ExcelJS.Buffer);
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.value = cell.value.replaceAll(NUMBER, fundNumber).replaceAll(GENERAL_PARTNER, general);
      }),
    ),
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
