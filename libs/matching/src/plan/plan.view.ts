import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { PlannedProjectDto } from './plan.dto.js';
import type { PlannedProject } from './plan.service.js';

export function viewPlanned({ result: { applicationId, number, asked, checks }, verdicts, dryRun }: CommandOutcome<PlannedProject>): PlannedProjectDto {
  return { applicationId: dryRun ? null : applicationId, number, dryRun, governmentWon: asked.governmentWon.toString(), bound: asked.bound, verdicts: [...verdicts, ...checks].map(shownVerdict) };
}
