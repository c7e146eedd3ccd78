import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';

export interface OpenStatementAccount {
  readonly bankAccountId: string;
  /** As the house calls it. */
  readonly name: string;
  /** The first day whose movements are kept. */
  readonly keptFrom: LocalDate;
}

/** `statement-account.open`: from a day on, the house keeps every movement of this account and says what it was. */
export const openStatementAccount: Command<OpenStatementAccount, { id: string }> = {
  name: 'statement-account.open',
  async execute(tx, context, input) {
    await requireNewAccount(tx, input.bankAccountId);
    const id = randomUUID();
    await tx.query('insert into statement_account (id, bank_account_id, name, kept_from, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [
      ...[id, input.bankAccountId, input.name, input.keptFrom],
      ...[context.now, context.commandId],
    ]);
    context.announce('bank-statement.changed', {});
    return { id };
  },
};

/** An account that a custodian holds for one book, e.g. `fund/<id>`. */
export interface CustodianOfBook {
  readonly custodianAccountId: string;
  readonly book: string;
  readonly name: string;
  readonly keptFrom: LocalDate;
}

/** Keeps the statements of an account at a custodian from the day it is registered for; by the command that registers it. */
export async function keepCustodianAccount(tx: Tx, context: CommandContext, { custodianAccountId, book, name, keptFrom }: CustodianOfBook): Promise<void> {
  await tx.query('insert into statement_account (id, custodian_account_id, book, name, kept_from, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[randomUUID(), custodianAccountId, book, name, keptFrom],
    ...[context.now, context.commandId],
  ]);
  context.announce('bank-statement.changed', {});
}

async function requireNewAccount(tx: Tx, bankAccountId: string): Promise<void> {
  await tx.query('select lock_statement_account($1)', [bankAccountId]);
  const rows: { kept: boolean }[] = await tx.query('select s.id is not null as kept from bank_account a left join statement_account s on s.bank_account_id = a.id where a.id = $1', [bankAccountId]);
  const [found] = rows;
  if (found === undefined) {
    throw invalidField('/bankAccountId', 'statement-account.unknown-account', { ko: '등록된 계좌가 아닙니다. 기관의 계좌를 먼저 등록해 주세요.', en: 'This account is not registered. Register the agency’s account first.' });
  }
  if (found.kept) throw new DomainError('conflict', 'statement-account.open-already', { ko: '이미 거래내역을 관리하는 계좌입니다. 대사 화면에서 그 계좌를 골라 주세요.', en: 'The statements of this account are kept already. Choose it on the reconciliation desk.' });
}
