import { localDate } from '#libs/calendar';
import { toLines, toSources } from '#libs/grant';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import type { ConcludeProjectDto } from './project.dto.js';
import type { ConcludeProject } from './project.service.js';

/** The typed agreement as a command. */
export function toConclusion(callId: string, { applicationId, agreedOn, periodFrom, periodTo, projectNumber, sources, lines, documentId, amountWon }: ConcludeProjectDto): ConcludeProject {
  return {
    ...{ callId, applicationId, agreedOn: localDate(agreedOn), periodFrom: localDate(periodFrom), periodTo: localDate(periodTo) },
    ...{ projectNumber: projectNumber === undefined ? null : cleanText(projectNumber), documentId: documentId ?? null },
    ...{ sources: sources === undefined ? null : toSources(sources), lines: toLines(lines), amountWon: won(amountWon) },
  };
}
