import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { won } from '#libs/money';
import type { DivisionBasis } from '../royalty.policy.js';
import { viewParts } from '../royalty.view.js';
import { DividedGrantRoyaltyDto, DivideGrantRoyaltyDto } from './division.dto.js';
import { divideRoyaltyOfYear } from './division.service.js';

@ApiTags('grant-royalty')
@Controller('royalty-technologies/:id/divisions')
export class DivisionController {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allow('grant-royalty.divide')
  @ApiOperation({ operationId: 'divideGrantRoyalty', summary: 'Divide what a result brought a non-profit owner in a year; nobody below the least part of the statute' })
  @ApiCreatedResponse({ type: DividedGrantRoyaltyDto })
  async divide(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) technologyId: string, @Body() body: DivideGrantRoyaltyDto): Promise<DividedGrantRoyaltyDto> {
    const dividedOn = body.dividedOn === undefined ? this.clock.today() : localDate(body.dividedOn);
    const partsWon = body.parts?.map(({ amountWon }) => won(amountWon)) ?? null;
    const input = { technologyId, year: body.year, basis: body.basis as DivisionBasis, amountWon: won(body.amountWon), dividedOn, partsWon };
    const { result, verdicts, dryRun } = await this.runner.run(divideRoyaltyOfYear, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input });
    return { id: result.id, dryRun, amountWon: result.amountWon, verdicts: verdicts.map(shownVerdict), parts: viewParts(result.parts) };
  }
}
