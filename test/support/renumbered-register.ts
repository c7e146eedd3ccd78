import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const NUMBER = 'FND-2021-01';

/** The register of the fixtures as that of another fund: imported beside the first one, it is a fund of its own with the same figures. */
export async function renumberedRegister(fundNumber: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync('test/fixtures/fund-register.xlsx') as unknown as ExcelJS.Buffer);
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && cell.value.includes(NUMBER)) cell.value = cell.value.replaceAll(NUMBER, fundNumber);
      }),
    ),
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
