import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';

/** The stages of an agreement whose settlement is final, each with the number of that settlement. */
export async function finalStagesOf(tx: Tx, agreementId: string): Promise<ReadonlyMap<number, string>> {
  const rows: { stage: number; number: string }[] = await tx.query(
    'select f.stage, s.number from grant_settlement_final f join grant_settlement s on s.id = f.settlement_id where f.agreement_id = $1 order by f.stage',
    [agreementId],
  );
  return new Map(rows.map(({ stage, number }) => [stage, number]));
}

/**
 * What a final settlement was computed from is not changed any more; ask under the lock of the agreement. Throws `grant-stage.final`
 * where one of `stages` is final. Source: 국가연구개발혁신법 시행령 제26조, 보조금 관리에 관한 법률 제28조.
 */
export async function requireOpenStages(tx: Tx, agreementId: string, stages: readonly number[]): Promise<void> {
  const final = await finalStagesOf(tx, agreementId);
  for (const stage of stages) {
    const settlement = final.get(stage);
    if (settlement === undefined) continue;
    throw new DomainError(
      'conflict',
      'grant-stage.final',
      {
        ko: `${stage}단계는 ${settlement}로 정산이 확정되어 집행·검토·이자·예산을 바꿀 수 없습니다. 정산 이의신청은 확정 전까지 받습니다. 더 쓸 것이 있으면 협약을 변경해 다음 단계를 두고 거기에 기록해 주세요.`,
        en: `Stage ${stage} was settled for good by ${settlement}: its expenses, reviews, interest and budget stay as they are. Objections are taken until a settlement is final. For anything further, agree on a next stage and record it there.`,
      },
      { details: { stage, settlement } },
    );
  }
}

/**
 * Once every stage is settled for good an agreement takes no further money, neither a tranche nor a receipt; ask under its lock. Throws
 * `grant-agreement.settled-for-good`.
 */
export async function requireOpenForMoney(tx: Tx, agreementId: string): Promise<void> {
  const rows: { open: boolean }[] = await tx.query(
    `select exists (select 1 from grant_stage s where s.agreement_id = $1 and not exists (select 1 from grant_settlement_final f where f.agreement_id = s.agreement_id and f.stage = s.stage)) as open`,
    [agreementId],
  );
  if (rows[0]?.open === true) return;
  throw new DomainError('conflict', 'grant-agreement.settled-for-good', {
    ko: '모든 단계의 정산이 확정된 협약에는 지급하거나 입금을 기록할 수 없습니다. 회수할 금액은 회수에서 수납하고, 더 할 일이 있으면 협약을 변경해 다음 단계를 두세요.',
    en: 'Every stage of the agreement is settled for good: nothing more is paid or received. What is claimed back is received as a recovery; for anything further, agree on a next stage.',
  });
}
