/// What a planted value is.
package enum Label: String, CaseIterable, Sendable {
    case socialSecurityNumber, taxpayerNumber, medicalRecordNumber, paymentCard, medicareNumber, memberNumber
    case nameWithBirthDate
    case password, assignedSecret, addressPassword, connectionString
    case privateKey, awsAccessKey, gitHubToken, gitLabToken, slackToken, stripeKey, googleKey, npmToken, webToken
}
