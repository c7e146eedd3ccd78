import { QueryIntegerField, ShownDate, ShownFlag, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText } from '#libs/http';

export class SealBatchDto {
  @ShownInteger()
  number!: number;

  @ShownText({ description: 'SHA-256 of the header, which carries the hash of the batch before' })
  chainHash!: string;

  @ShownText({ description: 'Chain hash of the batch before' })
  previousHash!: string;

  @ShownText({ description: 'Chain hash of the batch whose number is this one without its lowest bit' })
  skipHash!: string;

  @ShownText({ description: 'Merkle root over the leaves (RFC 6962)' })
  root!: string;

  @ShownInteger()
  leafCount!: number;

  @ShownInstant()
  sealedAt!: string;

  @ShownText({ description: 'Rows from this tick of the seal clock on, digits' })
  fromTick!: string;

  @ShownText({ description: 'and below this one' })
  untilTick!: string;

  @ShownText({ description: 'Name of the key that signed' })
  keyName!: string;

  @ShownText({ description: 'Ed25519 over the chain hash, hexadecimal' })
  signature!: string;
}

export class SealAnchorDto {
  @ShownInteger({ description: 'Batch' })
  number!: number;

  @ShownText()
  chainHash!: string;

  @ShownDate({ description: 'The day in Seoul it stands for' })
  anchoredOn!: string;

  @ShownInstant()
  recordedAt!: Date;

  @ShownInstant({ nullable: true, description: 'When a timestamping authority (RFC 3161) saw it' })
  stampedAt!: Date | null;

  @ShownText({ nullable: true })
  authority!: string | null;
}

export class SealTimestampingDto {
  @ShownFlag()
  configured!: boolean;

  @ShownInteger({ description: 'Anchors that wait for their timestamp' })
  waiting!: number;

  @ShownText({ nullable: true, description: 'Why the last request failed' })
  problem!: string | null;
}

export class SealStatusDto {
  @ShownObject(() => SealBatchDto, { nullable: true, description: 'The head of the chain' })
  head!: SealBatchDto | null;

  @ShownInteger({ description: 'Rows that are not sealed yet' })
  unsealedRows!: number;

  @ShownInteger({ description: 'For how many seconds the oldest of them has waited' })
  lagSeconds!: number;

  @ShownInteger({ description: 'How often is sealed; 0: on demand only' })
  intervalSeconds!: number;

  @ShownInteger()
  sealedTables!: number;

  @ShownList(() => SealAnchorDto, { description: 'The latest anchors' })
  anchors!: SealAnchorDto[];

  @ShownObject(() => SealTimestampingDto)
  timestamping!: SealTimestampingDto;

  @ShownText({ description: 'SHA-256 of the public key: compare it with the one that was handed over' })
  fingerprint!: string;

  @ShownText({ description: 'The public key that seals are checked with, PEM' })
  publicKey!: string;
}

export class SealBatchesQuery {
  @QueryIntegerField({ min: 1, max: 999_999_999, optional: true, description: 'Only batches before this one (the next page)' })
  before?: number;

  @QueryIntegerField({ min: 1, max: 200, optional: true, description: 'Per page; default 50' })
  limit?: number;
}
