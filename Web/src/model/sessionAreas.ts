import type {
  ItemParked, LevelAnswers, LevelChoice, OpenIdeas, OpenVote, VoteRevealed
} from './generated/types'

// What people do together in a session beside writing: put aside, gather, group, think, vote, choose levels.

export type {
  Ballot, BreakoutGroup, Call, Evaluation, LevelAnswers, LevelChoice, LevelDecision, Lobby, LobbyMode,
  ValueInterpretation, VoteOption
} from './generated/types'

export type ParkedItem = Omit<ItemParked, 'kind'>
export type IdeaQuestion = Omit<OpenIdeas, 'kind'>
export type VoteQuestion = Omit<OpenVote, 'kind'>
export type VoteResult = Omit<VoteRevealed, 'kind'>

export interface Idea { ideaId: string, text: string, participantId?: string, heading?: string }

export type Dots = Readonly<Record<string, number>>

export const levelChoices: readonly LevelChoice[] = ['knowledge', 'coordination', 'coCreation', 'alone']

export const levelQuestions: readonly (keyof LevelAnswers)[] = [
  'sharedCitizens', 'needToKnow', 'mustFit', 'onlyTogether', 'hasTime'
]
