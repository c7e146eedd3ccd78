import type { Tx } from '#libs/database';
import type { EnrolledFactors } from './factor.js';

/** The factors that somebody has now. */
export async function findFactors(tx: Tx, userId: string): Promise<EnrolledFactors> {
  const rows: EnrolledFactors[] = await tx.query(
    `select exists (select from totp_factor where user_id = $1 and removed_at is null) as totp,
            (select count(*)::int from passkey where user_id = $1 and removed_at is null) as passkeys,
            (select count(*)::int from recovery_code where user_id = $1 and used_at is null and replaced_at is null) as "recoveryCodes"`,
    [userId],
  );
  return rows[0] ?? { totp: false, passkeys: 0, recoveryCodes: 0 };
}

export interface FactorOverview extends EnrolledFactors {
  readonly totpEnrolledAt: Date | null;
  /** When the password that counts was chosen; null for an account that has none yet. */
  readonly passwordChosenAt: Date | null;
}

export async function getFactorOverview(tx: Tx, userId: string): Promise<FactorOverview> {
  const factors = await findFactors(tx, userId);
  const rows: Omit<FactorOverview, keyof EnrolledFactors>[] = await tx.query(
    `select (select enrolled_at from totp_factor where user_id = $1 and removed_at is null) as "totpEnrolledAt",
            (select chosen_at from user_password where user_id = $1 order by id desc limit 1) as "passwordChosenAt"`,
    [userId],
  );
  return { ...factors, totpEnrolledAt: rows[0]?.totpEnrolledAt ?? null, passwordChosenAt: rows[0]?.passwordChosenAt ?? null };
}
