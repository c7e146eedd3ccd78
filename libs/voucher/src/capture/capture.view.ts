import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { viewMoney } from '../service/service.view.js';
import type { CaptureAnswer } from './capture-desk.service.js';
import type { CapturedServiceDto, CaptureOutcomeDto, CaptureOutcomesDto } from './capture.dto.js';
import type { CapturedService } from './capture.service.js';

export function viewCaptured({ result, verdicts, dryRun }: CommandOutcome<CapturedService>): CapturedServiceDto {
  const { effect } = result;
  return {
    id: result.id,
    dryRun,
    publicWon: result.publicWon.toString(),
    ownWon: result.ownWon.toString(),
    releasedWon: result.releasedWon.toString(),
    verdicts: verdicts.map(shownVerdict),
    effect: effect === null ? null : { before: viewMoney(effect.before), after: viewMoney(effect.after), entries: effect.entries.map(shownEntry) },
  };
}

export function viewAnswers(answers: readonly CaptureAnswer[]): CaptureOutcomesDto {
  const captured = answers.flatMap((answer) => (answer.kind === 'CAPTURED' ? [answer.result] : []));
  const totalWon = captured.reduce((sum, { publicWon, ownWon }) => sum + BigInt(publicWon) + BigInt(ownWon), 0n);
  return { captured: captured.length, totalWon: totalWon.toString(), outcomes: answers.map(viewAnswer) };
}

function viewAnswer(answer: CaptureAnswer): CaptureOutcomeDto {
  const nothing = { publicWon: null, ownWon: null, code: null, text: null, clause: null };
  const { serviceId, kind } = answer;
  switch (kind) {
    case 'CAPTURED':
      return { ...nothing, serviceId, outcome: kind, publicWon: answer.result.publicWon.toString(), ownWon: answer.result.ownWon.toString() };
    case 'REFUSED':
      return { ...nothing, serviceId, outcome: kind, code: answer.refusal.code, text: { ...answer.refusal.text }, clause: answer.refusal.rule?.clause ?? null };
    case 'WAITING':
      return { ...nothing, serviceId, outcome: kind };
  }
}
