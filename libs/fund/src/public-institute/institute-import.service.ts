import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import { WorkbookIntake, type WorkbookFile } from '#libs/document';
import { invalidField } from '#libs/errors';
import type { Sheet, SheetVerdict } from '#libs/sheet';
import { namesIn, planInstitutes } from './public-institute.import.js';
import { findSame } from './public-institute.query.js';
import { keepInstitutes, lockInstitutes } from './public-institute.service.js';

export interface ImportedInstitutes {
  readonly fileName: string;
  readonly verdict: SheetVerdict;
  readonly recorded: number;
}

@Injectable()
export class InstituteImportService {
  constructor(private readonly intake: WorkbookIntake) {}

  /** The same command once it is signed: the cells come from the kept file again. */
  readonly importStored: Command<WorkbookFile, ImportedInstitutes> = {
    name: 'public-institute.import',
    execute: async (tx, context, input) => this.import(await this.intake.reread(input)).execute(tx, context, input),
  };

  /** `public-institute.import`: the first sheet of a file; every row gets a verdict, the sound new ones are put on the list. The same file again adds nothing. */
  import(sheets: readonly Sheet[]): Command<WorkbookFile, ImportedInstitutes> {
    return {
      name: 'public-institute.import',
      execute: async (tx, context, { fileName }) => {
        const [sheet] = sheets;
        if (sheet === undefined) throw invalidField('/file', 'public-institute.no-sheet', { ko: '시트가 없는 파일입니다.', en: 'The file has no sheet.' });
        await lockInstitutes(tx);
        const { names, numbers } = namesIn(sheet);
        const { verdict, institutes } = planInstitutes(sheet, await findSame(tx, names, numbers), context.today, fileName);
        if (institutes.length > 0) await keepInstitutes(tx, context, institutes);
        return { fileName, verdict, recorded: institutes.length };
      },
    };
  }
}
