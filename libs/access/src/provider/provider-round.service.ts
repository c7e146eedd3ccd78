import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { Origin } from '#libs/command';
import { CLOCK, inTransaction } from '#libs/database';
import { DomainError } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { actorOf, type Person } from '../permission/actor.js';
import { findStanding } from '../permission/standing.query.js';
import { SESSION_POLICY } from '../session/session.js';
import { SessionService } from '../session/session.service.js';
import { newToken, sameSecret, tokenHash } from '../session/token.js';
import { OidcService } from './oidc.service.js';
import { accountNotAdmitted, otherPerson, proofNotFresh, providerRefused, roundOver, subjectUnlinked } from './problems.js';
import { ProviderLinkService } from './provider-link.service.js';
import { appendRoundAttempt, dateProof, findLink, findSessionUser, insertRound, takeRound } from './provider.store.js';
import { isFresh, linkMac, PROVIDER_POLICY, type Round, type RoundOutcome, type RoundPurpose, type SealedRound, type Subject } from './provider.js';

const PURPOSE = 'provider round';
const MINUTE = 60_000;

/** Who sets out, for what, and to which page the browser is to return. */
export interface Wish {
  readonly purpose: RoundPurpose;
  readonly sessionId: string | null;
  readonly returnTo: string;
}

export interface SetOut {
  /** Where the browser is sent. */
  readonly location: string;
  /** What proves at the return that it is the same browser. */
  readonly browserToken: string;
}

export interface Landing {
  readonly returnTo: string;
  readonly purpose: RoundPurpose;
  /** The secret of the new session; null where one was running. */
  readonly token: string | null;
}

/** Where the provider's answer arrived: the address with its query, and what came along. */
export interface Arrival {
  readonly landedAt: URL;
  readonly browserToken: string | null;
  readonly sessionToken: string | null;
  readonly origin: Origin;
}

/** A refusal that knows to which page the browser returns. */
export class RoundFailed extends Error {
  constructor(
    readonly refusal: DomainError,
    readonly returnTo: string,
  ) {
    super(refusal.message, { cause: refusal });
  }
}

/** The way to the provider and back: what is asked for is kept here, single-use, for this browser, in the database of all processes. */
@Injectable()
export class ProviderRoundService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keyring: Keyring,
    private readonly oidc: OidcService,
    private readonly sessions: SessionService,
    private readonly links: ProviderLinkService,
  ) {}

  /** Throws `provider.not-configured` and `provider.unavailable`. */
  async setOut(redirectUri: string, wish: Wish): Promise<SetOut> {
    const { location, state, nonce, codeVerifier } = await this.oidc.depart(redirectUri, wish.purpose === 'STEP_UP');
    const [browserToken, now] = [newToken(), this.clock.now()];
    const secrets: SealedRound = { nonce, codeVerifier, purpose: wish.purpose, sessionId: wish.sessionId };
    await insertRound(this.source.manager, {
      ...wish,
      stateHash: tokenHash(this.keyring, 'provider round token', state),
      browserHash: tokenHash(this.keyring, 'provider round token', browserToken),
      sealed: this.keyring.encrypt(JSON.stringify(secrets), PURPOSE),
      createdAt: now,
      expiresAt: new Date(now.getTime() + PROVIDER_POLICY.roundMinutes * MINUTE),
    });
    return { location, browserToken };
  }

  /** Throws `provider.round-over` for a round this browser has not under way, and `RoundFailed` for whatever else goes wrong. */
  async comeBack(arrival: Arrival): Promise<Landing> {
    const state = arrival.landedAt.searchParams.get('state') ?? '';
    if (arrival.browserToken === null || state === '') throw roundOver();
    const round = await takeRound(this.source.manager, tokenHash(this.keyring, 'provider round token', state), tokenHash(this.keyring, 'provider round token', arrival.browserToken), this.clock.now());
    if (round === null) throw roundOver();
    try {
      const subject = await this.subjectOf(arrival, round, state);
      const token = await this.finish(arrival, round, subject);
      return { returnTo: round.returnTo, purpose: round.purpose, token };
    } catch (error) {
      throw error instanceof DomainError ? new RoundFailed(error, round.returnTo) : error;
    }
  }

  private async subjectOf(arrival: Arrival, round: Round, state: string): Promise<Subject> {
    const secrets = JSON.parse(this.keyring.decrypt(round.sealed, PURPOSE)) as SealedRound;
    try {
      if (secrets.purpose !== round.purpose || secrets.sessionId !== round.sessionId) throw providerRefused();
      return await this.oidc.arrive(arrival.landedAt, state, secrets, round.purpose === 'STEP_UP');
    } catch (error) {
      await this.note(arrival, round, 'REFUSED', null, null);
      throw error;
    }
  }

  private finish(arrival: Arrival, round: Round, subject: Subject): Promise<string | null> {
    switch (round.purpose) {
      case 'SIGN_IN':
        return this.signIn(arrival, round, subject);
      case 'LINK':
        return this.link(arrival, round, subject);
      case 'STEP_UP':
        return this.stepUp(arrival, round, subject);
    }
  }

  private async signIn(arrival: Arrival, round: Round, subject: Subject): Promise<string> {
    const { origin, sessionToken } = arrival;
    const userId = await this.linkedUser(subject);
    if (userId === null) return this.refuse(arrival, round, 'UNLINKED', subject, null);
    const standing = await findStanding(this.source.manager, userId, this.clock.today(), origin.address);
    if (standing?.admitted !== true) return this.refuse(arrival, round, 'NOT_ADMITTED', subject, userId);
    return inTransaction(this.source, 'READ COMMITTED', async (tx) => {
      if (sessionToken !== null) await this.sessions.end(tx, sessionToken, 'SIGNED_IN_ANEW');
      const { token, admission } = await this.sessions.start(tx, standing.person, origin, 'PROVIDER');
      const { sessionId } = admission.origin;
      // A single sign-on of this morning is no proof of now: the session is only as fresh as the provider says.
      if (sessionId !== null) await dateProof(tx, sessionId, this.proofAt(subject));
      await appendRoundAttempt(tx, { purpose: round.purpose, outcome: 'DONE', ...subject, userId, sessionId, at: this.clock.now() }, origin);
      return token;
    });
  }

  private async link(arrival: Arrival, round: Round, subject: Subject): Promise<null> {
    const person = await this.personOf(arrival, round);
    const origin = { ...arrival.origin, sessionId: round.sessionId };
    await this.links.linkOwn({ actor: actorOf(person), origin }, subject.issuer, subject.subject);
    await this.note(arrival, round, 'DONE', subject, person.id);
    return null;
  }

  private async stepUp(arrival: Arrival, round: Round, subject: Subject): Promise<null> {
    const person = await this.personOf(arrival, round);
    const userId = await this.linkedUser(subject);
    if (userId !== person.id) return this.refuse(arrival, round, 'OTHER_PERSON', subject, person.id);
    if (!isFresh(subject.authenticatedAt, round.createdAt)) return this.refuse(arrival, round, 'NOT_FRESH', subject, person.id);
    if (round.sessionId !== null) await dateProof(this.source.manager, round.sessionId, this.proofAt(subject));
    await this.note(arrival, round, 'DONE', subject, person.id);
    return null;
  }

  /** Whose account a subject opens; null when nobody's, or when it was not this program that linked them. */
  private async linkedUser(subject: Subject): Promise<string | null> {
    const link = await findLink(this.source.manager, subject);
    return link !== null && sameSecret(link.mac, linkMac(this.keyring, link)) ? link.userId : null;
  }

  /** A provider whose clock is ahead lengthens nobody's proof. */
  private proofAt({ authenticatedAt }: Subject): Date | null {
    return authenticatedAt === null ? null : new Date(Math.min(authenticatedAt.getTime(), this.clock.now().getTime()));
  }

  /** Who set out, if their session still runs and their account may still be used from here. */
  private async personOf({ origin }: Arrival, { sessionId }: Round): Promise<Person> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - SESSION_POLICY.idleMinutes * MINUTE);
    const userId = sessionId === null ? null : await findSessionUser(this.source.manager, sessionId, now, idleSince);
    const standing = userId === null ? null : await findStanding(this.source.manager, userId, this.clock.today(), origin.address);
    if (standing?.admitted !== true) throw roundOver();
    return standing.person;
  }

  private async refuse(arrival: Arrival, round: Round, outcome: Exclude<RoundOutcome, 'DONE'>, subject: Subject, userId: string | null): Promise<never> {
    await this.note(arrival, round, outcome, subject, userId);
    throw refusalOf(outcome, subject);
  }

  private async note({ origin }: Arrival, round: Round, outcome: RoundOutcome, subject: Subject | null, userId: string | null): Promise<void> {
    const issuer = subject?.issuer ?? this.oidc.provider?.issuer ?? '';
    const attempt = { purpose: round.purpose, outcome, issuer, subject: subject?.subject ?? null, userId, sessionId: round.sessionId, at: this.clock.now() };
    await appendRoundAttempt(this.source.manager, attempt, origin);
  }
}

function refusalOf(outcome: Exclude<RoundOutcome, 'DONE'>, { subject }: Subject): DomainError {
  switch (outcome) {
    case 'UNLINKED':
      return subjectUnlinked(subject);
    case 'NOT_ADMITTED':
      return accountNotAdmitted();
    case 'NOT_FRESH':
      return proofNotFresh();
    case 'OTHER_PERSON':
      return otherPerson();
    case 'REFUSED':
      return providerRefused();
  }
}
