import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { Won } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import { reversalWordsOf } from '../match/match.policy.js';
import { ProofService } from '../proof/proof.service.js';
import { getStatementAccount, type StatementAccountRow } from '../statement-account/statement-account.query.js';
import { readCamt } from './camt.import.js';
import { StatementIntake, type StatementContent, type StatementFile } from './statement-intake.service.js';
import { readTable } from './statement.import.js';
import type { ReadStatement, RefusedRow, StandingLine } from './statement.js';
import { keysOnRecord, linesThatMayBeReversed } from './statement.query.js';
import { balanceDifference, isSameAccount, keyedLines, reversedLine } from './statement.rules.js';
import { insertStatement, lockStatementAccount, reverseLines } from './statement.store.js';

/** What came in, and of which account. */
export interface ImportBankStatement extends StatementFile {
  readonly accountId: string;
}

export interface ImportedBankStatement {
  /** Null where nothing was new. */
  readonly id: string | null;
  readonly fileName: string;
  readonly firstOn: LocalDate | null;
  readonly lastOn: LocalDate | null;
  readonly openingWon: Won | null;
  readonly closingWon: Won | null;
  readonly differenceWon: Won | null;
  readonly added: number;
  readonly known: number;
  /** Of earlier days than the account is kept from. */
  readonly earlier: number;
  /** Earlier lines that the bank took back; what was matched with them is undone. */
  readonly reversed: number;
  readonly refused: readonly RefusedRow[];
}

/** A year of a busy account; what is longer comes in parts. */
const MOST_LINES = 20_000;

@Injectable()
export class BankStatementService {
  constructor(
    private readonly intake: StatementIntake,
    private readonly proofs: ProofService,
  ) {}

  /** The same command from its log: what it read comes from the kept file again. */
  readonly importStored: Command<ImportBankStatement, ImportedBankStatement> = {
    name: 'bank-statement.import',
    execute: async (tx, context, input) => this.import(await this.intake.reread(input)).execute(tx, context, input),
  };

  /**
   * `bank-statement.import`: keeps the movements of an account that are not on record yet, and rows that could not be read as
   * items to look at. A movement that the bank took back undoes what its line was matched with, and what that proved.
   */
  import(content: StatementContent): Command<ImportBankStatement, ImportedBankStatement> {
    return {
      name: 'bank-statement.import',
      execute: async (tx, context, input) => {
        await lockStatementAccount(tx, input.accountId);
        const account = await getStatementAccount(tx, input.accountId);
        const read = await readContent(tx, context, content);
        requireItsStatement(read, account);
        const kept = keyedLines(read.lines).filter(({ valueOn }) => valueOn >= account.keptFrom);
        const known = await keysOnRecord(tx, account.id, kept.map(({ lineKey }) => lineKey));
        const added = kept.filter(({ lineKey }) => !known.has(lineKey));
        const statement = { ...input, id: randomUUID(), ...summaryOf(read), added: added.length, known: known.size };
        if (added.length > 0) await insertStatement(tx, context, statement, added, read.refused);
        const reversed = added.some(({ isReversal }) => isReversal) ? await this.settleReversals(tx, context, account.id) : 0;
        if (added.length > 0) context.announce('bank-statement.changed', { accountId: account.id });
        return { ...statement, id: added.length > 0 ? statement.id : null, earlier: read.lines.length - kept.length, reversed, refused: read.refused };
      },
    };
  }

  /** Every reversal on record that has not found the line it takes back: it may have come with an earlier file, or come only now. */
  private async settleReversals(tx: Tx, context: CommandContext, accountId: string): Promise<number> {
    const pairs = reversalPairs(await linesThatMayBeReversed(tx, accountId));
    const undone = await reverseLines(tx, context, pairs.map(([reversal, line]) => ({ lineId: reversal.id, reversedLineId: line.id })));
    await this.proofs.reversed(tx, context, undone);
    return pairs.length;
  }
}

async function readContent(tx: Tx, context: CommandContext, content: StatementContent): Promise<ReadStatement> {
  if (content.format === 'CAMT_053') return readCamt(content.text, context.today);
  const policies = await policiesInForce(tx, ['*'], context.today, context.now);
  return readTable(content.sheets, reversalWordsOf(policies), context.today);
}

function summaryOf(read: ReadStatement) {
  const { openingWon, closingWon, lines } = read;
  return { openingWon, closingWon, differenceWon: read.refused.length > 0 ? null : balanceDifference(read), firstOn: lines[0]?.valueOn ?? null, lastOn: lines.at(-1)?.valueOn ?? null };
}

/** Throws where nothing can be read of the file, where it is too long, and where it says that it is of another account. */
function requireItsStatement({ lines, refused, accountNumber }: ReadStatement, account: StatementAccountRow): void {
  if (lines.length > MOST_LINES) throw new DomainError('invalid', 'bank-statement.too-long', { ko: `거래가 ${lines.length}건입니다. 한 번에 ${MOST_LINES}건까지 나누어 올려 주세요.`, en: `There are ${lines.length} movements. Hand in up to ${MOST_LINES} at a time.` });
  if (accountNumber !== null && !isSameAccount(accountNumber, account)) {
    throw invalidField('/accountId', 'bank-statement.of-another-account', { ko: `다른 계좌(${accountNumber})의 거래내역입니다. 계좌를 다시 고르거나 파일을 확인해 주세요.`, en: `This is the statement of another account (${accountNumber}). Choose the account again, or check the file.` });
  }
  if (lines.length > 0) return;
  const [first] = refused;
  throw new DomainError('invalid', 'bank-statement.nothing-read', first?.text ?? { ko: '거래가 하나도 없는 파일입니다. 조회기간을 확인해 다시 내려받아 주세요.', en: 'The file has no movement. Check its period and download it again.' });
}

function reversalPairs(standing: readonly StandingLine[]): (readonly [reversal: StandingLine, line: StandingLine])[] {
  const taken = new Set<string>();
  return standing
    .filter(({ isReversal }) => isReversal)
    .flatMap((reversal): (readonly [StandingLine, StandingLine])[] => {
      const line = reversedLine(reversal, standing.filter(({ id }) => !taken.has(id)));
      if (line === null) return [];
      taken.add(line.id);
      return [[reversal, line]];
    });
}
