import * as ofMarketplace from './generated/client/marketplace'

export const marketplace = {
  read: ofMarketplace.getWeeksWeekIdMarketplace,
  post: ofMarketplace.postWeeksWeekIdMarketplace,
  withdraw: ofMarketplace.deleteWeeksWeekIdMarketplacePostId,
  collaborate: ofMarketplace.postWeeksWeekIdMarketplaceCollaborations,
}
