import type { SessionState, TimerState } from './sessionState'
import type {
  OwnState, ShownState, ShownStateRound as ShownRound, ShownStateVote as ShownVote
} from './generated/types'
import type { Dots, Evaluation, Idea } from './sessionAreas'
import type { IdeaRound, AreaState, Vote } from './areaState'

/** The same state that folding every event would have given. */
export function stateFrom(seq: number, state: ShownState, own: OwnState): SessionState {
  return {
    seq, phase: state.phase, phaseEnteredAt: state.phaseEnteredAt ?? null, beganAt: state.beganAt ?? null,
    timer: timerFrom(state.timer),
    locked: new Set(state.locked), ended: state.ended, removedModels: new Map(), agenda: state.agenda ?? null,
    areas: areasFrom(state, own),
  }
}

export function timerFrom(timer: ShownState['timer']): TimerState {
  if (timer === undefined) return { kind: 'none' }
  if (timer.endsAt !== undefined) return { kind: 'running', endsAt: timer.endsAt, totalMs: timer.totalMs }
  return { kind: 'paused', remainingMs: timer.remainingMs ?? 0, totalMs: timer.totalMs }
}

function areasFrom(state: ShownState, own: OwnState): AreaState {
  const person = (place: number) => state.people[place] ?? ''
  return {
    lobby: state.lobby, parked: state.parked, call: state.call ?? null, announcement: state.announcement,
    ready: new Set(state.ready.map(person)), hands: state.hands.map(person),
    evaluations: evaluationsFrom(state.evaluations, own.evaluation),
    groups: state.groups.map(group => ({ ...group, members: group.members.map(person) })),
    groupsByChoice: state.groupsByChoice, calling: state.calling,
    rounds: new Map(state.rounds.map(round => [round.roundId, roundFrom(round, own, person)])),
    votes: new Map(state.votes.map(vote => [vote.voteId, voteFrom(vote, own, person)])),
    levels: new Map(state.levels.map(({ goalId, ...level }) => [goalId, level])),
    interpretations: new Map(state.interpretations.map(one => [one.valueId, one.text])), shown: state.shown ?? null,
  }
}

function evaluationsFrom(
  { count, told }: ShownState['evaluations'], own: Evaluation | undefined
): readonly Evaluation[] {
  const all: readonly Evaluation[] = told ?? Array.from({ length: count }, () => ({ grade: 0 }))
  if (own === undefined) return all
  const place = told === undefined ? 0 : all.findIndex(one => one.grade === own.grade && one.text === own.text)
  return all.map((one, index) => index === place ? own : one)
}

function roundFrom(
  { ideas, hidden, ...round }: ShownRound, own: OwnState, person: (place: number) => string
): IdeaRound {
  const told = ideas?.map(({ person: place, ...idea }): Idea =>
    place === undefined ? idea : { ...idea, participantId: person(place) })
  const all =
    new Map((told ?? hidden?.map((ideaId): Idea => ({ ideaId, text: '' })) ?? []).map(idea => [idea.ideaId, idea]))
  for (const { roundId, ...idea } of own.ideas) if (roundId === round.roundId) {
    all.set(idea.ideaId, { ...idea, ...own.participantId === undefined ? {} : { participantId: own.participantId } })
  }
  return { ...round, ideas: all }
}

function voteFrom({ cast, result, ...vote }: ShownVote, own: OwnState, person: (place: number) => string): Vote {
  const ballots = new Map<string, Dots>(cast?.map(place => [person(place), { '': 0 }]))
  const mine = own.ballots.find(one => one.voteId === vote.voteId)
  if (mine !== undefined && own.participantId !== undefined) ballots.set(own.participantId, mine.dots)
  if (result === undefined) return { ...vote, ballots, result: null }
  const named = result.ballots?.map(({ person: place, dots }) => ({
    voteId: vote.voteId, dots, ...place === undefined ? {} : { participantId: person(place) }
  }))
  return { ...vote, ballots, result: {
    voteId: vote.voteId, tallies: result.tallies, voters: result.voters,
    ...named === undefined ? {} : { ballots: named }
  } }
}
