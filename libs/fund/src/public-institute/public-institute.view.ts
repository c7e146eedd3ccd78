import type { CommandOutcome } from '#libs/command';
import { sheetResult } from '../register/register.view.js';
import type { ImportedInstitutes } from './institute-import.service.js';
import type { ImportedInstitutesDto } from './public-institute.dto.js';

export const viewImported = ({ result, dryRun }: CommandOutcome<ImportedInstitutes>): ImportedInstitutesDto => ({
  dryRun,
  recorded: result.recorded,
  fileName: result.fileName,
  sheet: sheetResult(result.verdict),
});
