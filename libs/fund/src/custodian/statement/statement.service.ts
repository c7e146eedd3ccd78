import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalHash, type Command, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { WorkbookIntake, type WorkbookFile } from '#libs/document';
import { DomainError } from '#libs/errors';
import type { Sheet, SheetVerdict } from '#libs/sheet';
import { getFund, lockFund } from '../../fund/fund.query.js';
import { CustodianLineEntity } from './custodian-line.entity.js';
import { CustodianStatementEntity } from './custodian-statement.entity.js';
import { readStatement, type ReadStatement, type StatementLine } from './statement.import.js';
import { keysOnRecord } from './statement.query.js';

/** What came in, and for which fund. */
export interface ImportStatement extends WorkbookFile {
  readonly fundId: string;
}

export interface ImportedStatement {
  /** Null where every line was on record already. */
  readonly id: string | null;
  readonly fileName: string;
  readonly added: number;
  readonly known: number;
  readonly refused: number;
  readonly sheets: readonly SheetVerdict[];
}

/** A statement of a month is some hundred lines; what is longer comes in parts. */
const MOST_LINES = 5_000;

@Injectable()
export class StatementService {
  constructor(private readonly intake: WorkbookIntake) {}

  /** The same command once it is signed: the cells come from the kept file again. */
  readonly importStored: Command<ImportStatement, ImportedStatement> = {
    name: 'custodian-statement.import',
    execute: async (tx, context, input) => this.import(await this.intake.rereadTable(input)).execute(tx, context, input),
  };

  /** `custodian-statement.import`: keeps the lines of the custodian's account that are not on record yet. Nothing is booked by it. */
  import(sheets: readonly Sheet[]): Command<ImportStatement, ImportedStatement> {
    return {
      name: 'custodian-statement.import',
      execute: async (tx, context, input) => {
        await lockFund(tx, input.fundId);
        await getFund(tx, input.fundId);
        const read = readStatement(sheets, context.today);
        const added = await newLines(tx, input.fundId, read);
        const id = randomUUID();
        if (added.length > 0) await store(tx, context, input, id, added);
        if (added.length > 0) context.announce('fund.changed', { fundId: input.fundId });
        const states = read.sheets.flatMap(({ rows }) => rows.map(({ state }) => state));
        const count = (state: string): number => states.filter((each) => each === state).length;
        return { id: added.length > 0 ? id : null, fileName: input.fileName, added: added.length, known: count('RECORDED'), refused: count('REJECTED'), sheets: read.verdicts() };
      },
    };
  }
}

interface KeyedLine extends StatementLine {
  readonly lineKey: string;
  readonly rowNo: number;
}

/** The lines that are not on record; the others are marked as such. */
async function newLines(tx: Tx, fundId: string, { sheets }: ReadStatement): Promise<KeyedLine[]> {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  if (rows.length > MOST_LINES) {
    throw new DomainError('invalid', 'custodian-statement.too-long', {
      ko: `거래가 ${rows.length}건입니다. 한 번에 ${MOST_LINES}건까지 나누어 올려 주세요.`,
      en: `There are ${rows.length} movements. Upload up to ${MOST_LINES} at a time.`,
    });
  }
  const seen = new Map<string, number>();
  const keyed = rows.flatMap((row) => (row.fact === null ? [] : [{ row, lineKey: keyOf(row.fact, seen) }]));
  const known = await keysOnRecord(tx, fundId, keyed.map(({ lineKey }) => lineKey));
  return keyed.flatMap(({ row, lineKey }): KeyedLine[] => {
    if (row.fact === null) return [];
    if (!known.has(lineKey)) return [{ ...row.fact, lineKey, rowNo: row.reading.number }];
    row.state = 'RECORDED';
    return [];
  });
}

/**
 * What tells a line apart: everything the bank says of it, and the how-manieth of its kind it is in the file, because two
 * equal deposits of one day are two. A file that holds a day holds the whole of it, so the count is the same in every file.
 */
function keyOf({ valueOn, amountWon, counterparty, memo, reference, balanceWon }: StatementLine, seen: Map<string, number>): string {
  const content = { valueOn, amountWon: amountWon.toString(), counterparty, memo, reference, balanceWon: balanceWon?.toString() ?? null };
  const base = canonicalHash(content);
  const turn = (seen.get(base) ?? 0) + 1;
  seen.set(base, turn);
  return canonicalHash({ ...content, turn });
}

async function store(tx: Tx, context: CommandContext, { fundId, fileName, sha256, sizeBytes }: ImportStatement, id: string, lines: readonly KeyedLine[]): Promise<void> {
  const witness = { knownAt: context.now, commandId: context.commandId };
  await tx.insert(CustodianStatementEntity, { id, fundId, fileName, sha256, sizeBytes, ...witness });
  await tx.insert(CustodianLineEntity, lines.map((line) => ({ ...line, id: randomUUID(), statementId: id, fundId, ...witness })));
}
