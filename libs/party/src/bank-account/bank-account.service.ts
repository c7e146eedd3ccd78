import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AccessLog } from '#libs/access';
import type { LocalDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Command, type CommandOutcome, type Origin } from '#libs/command';
import { Reader, type Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { normaliseName, parseBankAccount, type BankAccount } from '#libs/identifier';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import type { PartyDraft } from '../party.js';
import { getParty } from '../party.query.js';
import { ensureParties } from '../party.store.js';
import {
  alreadyClosed,
  bankAccountContent,
  contentHash,
  maskedNumber,
  maskHolder,
  NUMBER_PURPOSE,
  numberKey,
  readContent,
  type BankAccountContent,
  type BankAccountDraft,
} from './bank-account.js';
import { findByNumber, getBankAccount, getSecret, listSecrets, otherPartiesWith, type BankAccountRow } from './bank-account.query.js';
import { bankAccountBelongsToOneParty, bankAccountHolderIsTheParty } from './bank-account.rules.js';
import { forgetUnusedSecrets, insertBankAccount, insertClose, insertSecret, lockDeposits } from './bank-account.store.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
}

interface WriteRequest extends Request {
  readonly idempotencyKey: string;
}

/** Whose account it is: somebody on record, or an organisation by its business number. Exactly one of both is given. */
export interface AccountOwner {
  readonly partyId: string | null;
  readonly organisation: PartyDraft | null;
}

export interface BankAccountForm extends AccountOwner {
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holder: string;
  readonly effectiveFrom: LocalDate;
}

@Injectable()
export class BankAccountService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly reader: Reader,
    private readonly log: AccessLog,
    private readonly keyring: Keyring,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /**
   * Registers an account. Number and holder are encrypted and laid down first, like the bytes of a document: the command,
   * its log and whoever signs it know them by their hash and their last four digits alone.
   */
  async register(request: WriteRequest, form: BankAccountForm): Promise<CommandOutcome<{ id: string }>> {
    const account = readNumber(form.bankCode, form.accountNumber);
    const holder = form.holder.trim();
    const { partyId, organisation } = form;
    const name = organisation === null ? (await this.reader.read(request.actor, (tx) => getParty(tx, partyId ?? ''))).name : organisation.name;
    const deposit = await this.deposit(request, account, holder);
    const input: BankAccountDraft = {
      partyId,
      ...(organisation === null ? {} : { organisation }),
      bankCode: account.bankCode,
      numberTail: account.account.slice(-4),
      numberLength: account.account.length,
      holderMasked: maskHolder(holder),
      holderIsParty: normaliseName(holder) === normaliseName(name),
      ...deposit,
      effectiveFrom: form.effectiveFrom,
    };
    return this.runner.run(registerBankAccount, { ...request, input });
  }

  async find(actor: Actor, bankCode: string, accountNumber: string): Promise<BankAccountRow[]> {
    const text = numberKey(readNumber(bankCode, accountNumber));
    const indexes = this.keyring.keyNames.map((key) => ({ key, hash: this.keyring.blindIndex(text, NUMBER_PURPOSE, key) }));
    return this.reader.read(actor, (tx) => findByNumber(tx, indexes));
  }

  /** Number and holder for somebody who says why; on record before they leave. */
  async unmask({ actor, origin }: Request, id: string, reason: string): Promise<BankAccountContent> {
    const [row, secret] = await this.reader.read(actor, async (tx) => [await getBankAccount(tx, id), await getSecret(tx, id)] as const);
    const content = readContent(this.keyring.decrypt(secret.content, NUMBER_PURPOSE), secret.contentHash);
    const subjectLabel = `${row.partyName} ${row.bankCode} ${maskedNumber(row.numberTail, row.numberLength)}`;
    await this.log.record({ actor, origin, action: 'bank-account.unmask', subjectKind: 'bank-account', subjectId: id, subjectLabel, subjectCount: 1, reason });
    return content;
  }

  /** The same for several at once, by id: one record in the access log, which says how many and what for. */
  async unmaskAll({ actor, origin }: Request, ids: readonly string[], subjectLabel: string, reason: string): Promise<ReadonlyMap<string, BankAccountContent>> {
    const secrets = await this.reader.read(actor, (tx) => listSecrets(tx, ids));
    const contents = new Map(secrets.map(({ id, content, contentHash }) => [id, readContent(this.keyring.decrypt(content, NUMBER_PURPOSE), contentHash)]));
    await this.log.record({ actor, origin, action: 'bank-account.unmask', subjectKind: 'bank-account', subjectId: null, subjectLabel, subjectCount: contents.size, reason });
    return contents;
  }

  /** The same request sent again finds what it laid down the first time, so it is the same command. */
  private async deposit({ actor, idempotencyKey }: WriteRequest, account: BankAccount, holder: string): Promise<Pick<BankAccountDraft, 'secretId' | 'contentHash'>> {
    return this.source.transaction(async (tx) => {
      for (const earlier of await lockDeposits(tx, actor.userId, idempotencyKey)) {
        const content = readContent(this.keyring.decrypt(earlier.content, NUMBER_PURPOSE), earlier.contentHash);
        if (numberKey(content) === numberKey(account) && content.holder === holder) return { secretId: earlier.id, contentHash: earlier.contentHash };
      }
      const content = bankAccountContent(account, holder);
      const encrypted = this.keyring.encrypt(JSON.stringify(content), NUMBER_PURPOSE);
      const indexKey = this.keyring.keyOf(encrypted);
      const hashes = { contentHash: contentHash(content), numberIndex: this.keyring.blindIndex(numberKey(account), NUMBER_PURPOSE, indexKey), indexKey };
      const secretId = await insertSecret(tx, { content: encrypted, ...hashes, depositedBy: actor.userId, requestKey: idempotencyKey });
      await forgetUnusedSecrets(tx);
      return { secretId, contentHash: hashes.contentHash };
    });
  }
}

/** `bank-account.register` */
export const registerBankAccount: Command<BankAccountDraft, { id: string }> = {
  name: 'bank-account.register',
  async execute(tx, context, draft) {
    const party = await getParty(tx, await ownerOf(tx, draft));
    // An organisation on record may be called otherwise there than whoever typed it calls it.
    const typedAsRecorded = draft.organisation === undefined || normaliseName(draft.organisation.name) === normaliseName(party.name);
    context.judge([
      bankAccountBelongsToOneParty(await otherPartiesWith(tx, draft.secretId, party.id)),
      bankAccountHolderIsTheParty(draft.holderIsParty && typedAsRecorded, party.name),
    ]);
    return { id: await insertBankAccount(tx, context, { ...draft, partyId: party.id }) };
  },
};

/** The party of an account; an organisation that is not on record yet is taken up. */
async function ownerOf(tx: Tx, { partyId, organisation }: BankAccountDraft): Promise<string> {
  if (organisation === undefined) return partyId ?? '';
  const [id = ''] = (await ensureParties(tx, [organisation])).values();
  return id;
}

export interface CloseBankAccount {
  readonly id: string;
  /** The last day on which it may be used. */
  readonly closedOn: LocalDate;
  readonly reason: string;
}

/** `bank-account.close`: what was registered stays on record with the day it ended. */
export const closeBankAccount: Command<CloseBankAccount, { id: string }> = {
  name: 'bank-account.close',
  async execute(tx, context, { id, closedOn, reason }) {
    const account = await getBankAccount(tx, id);
    if (account.closedOn !== null) throw alreadyClosed();
    if (closedOn < account.effectiveFrom) {
      throw invalidField('/closedOn', 'bank-account.closed-before-opening', {
        ko: `종료일은 사용 시작일(${account.effectiveFrom}) 이후여야 합니다.`,
        en: `The account cannot end before it began (${account.effectiveFrom}).`,
      });
    }
    await insertClose(tx, context, id, closedOn, reason);
    return { id };
  },
};

export const BANK_ACCOUNT_COMMANDS = [registerBankAccount, closeBankAccount] as const;

function readNumber(bankCode: string, accountNumber: string): BankAccount {
  const parsed = parseBankAccount(bankCode, accountNumber);
  if (parsed.ok) return parsed.value;
  throw invalidField(parsed.code === 'BANK_UNKNOWN' ? '/bankCode' : '/accountNumber', `bank-account.${parsed.code === 'BANK_UNKNOWN' ? 'bank-unknown' : 'number-malformed'}`, parsed.text);
}
