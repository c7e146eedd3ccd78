import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { won } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import { AddVintageDto, CreatedProgrammeDto, CreateProgrammeDto, ProgrammeDto, VintageDto } from './programme.dto.js';
import { listProgrammes } from './programme.query.js';
import { addVintage, createProgramme, PROGRAMME_TARGET } from './programme.service.js';

@ApiTags('programme')
@Controller('programmes')
export class ProgrammeController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('programme.read')
  @ApiOperation({ operationId: 'listProgrammes', summary: 'Programmes with their vintages' })
  @ApiOkResponse({ type: [ProgrammeDto] })
  async list(@CurrentActor() actor: Actor): Promise<ProgrammeDto[]> {
    const { asOf, knownBefore } = timePoint({}, this.clock);
    return this.reader.read(actor, async (tx) => {
      const shown: ProgrammeDto[] = [];
      for (const programme of await listProgrammes(tx)) {
        const policies = await policiesInForce(tx, [`programme/${programme.id}`], asOf, knownBefore);
        shown.push({ ...programme, vintages: [...programme.vintages], targetCommitmentWon: policies.text(PROGRAMME_TARGET) });
      }
      return shown;
    });
  }

  @Post()
  @Allow('programme.create')
  @ApiOperation({ operationId: 'createProgramme', summary: 'Create a programme' })
  @ApiCreatedResponse({ type: CreatedProgrammeDto })
  async create(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: CreateProgrammeDto): Promise<CreatedProgrammeDto> {
    return (await this.runner.run(createProgramme, { actor, origin, idempotencyKey, input: toCreateProgramme(body) })).result;
  }

  @Post(':id/vintages')
  @Allow('vintage.add')
  @ApiOperation({ operationId: 'addVintage', summary: 'Add a vintage year to a programme' })
  @ApiCreatedResponse({ type: VintageDto })
  async addVintage(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) programmeId: string,
    @Body() body: AddVintageDto,
  ): Promise<VintageDto> {
    return (await this.runner.run(addVintage, { actor, origin, idempotencyKey, input: { programmeId, year: body.year } })).result;
  }
}

function toCreateProgramme(body: CreateProgrammeDto): Parameters<typeof createProgramme.execute>[2] {
  return {
    ...body,
    horizonFrom: localDate(body.horizonFrom),
    horizonTo: localDate(body.horizonTo),
    targetCommitmentWon: body.targetCommitmentWon === undefined ? null : won(body.targetCommitmentWon),
    obligationRatioBasisPoints: body.obligationRatioBasisPoints ?? null,
    clause: body.clause ?? '',
  };
}
