// Everything Meldpunt needs in Azure: one web app, one storage account, one identity, one bot registration.
// There are no passwords: the web app, the bot and the tables all work with the same managed identity.

@description('Base of all names; storage accounts allow lowercase letters and digits only.')
@minLength(4)
@maxLength(20)
param resourceBaseName string

@description('Client id of the Entra app with which the tab signs in.')
param aadAppClientId string

@description('Id of the Teams app, for links that open a case in its tab')
param teamsAppId string

@description('Plan of the web app. Always On, which the worker needs, starts at B1.')
param webAppSku string = 'B1'

@description('Where the data stands. By default the region of the resource group: choose one in the EU.')
param location string = resourceGroup().location

// Built-in role "Storage Table Data Contributor"
var tableDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: resourceBaseName
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource tableAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, tableDataContributor)
  scope: storage
  properties: {
    roleDefinitionId: tableDataContributor
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource plan 'Microsoft.Web/serverfarms@2022-09-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  sku: {
    name: webAppSku
  }
  properties: {
    reserved: true // Linux
  }
}

resource webApp 'Microsoft.Web/sites@2022-09-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node --enable-source-maps dist/server/index.js'
      alwaysOn: true
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
    }
  }
}

// Apart from the site, because the settings need the host name that the site gets.
resource appSettings 'Microsoft.Web/sites/config@2022-09-01' = {
  parent: webApp
  name: 'appsettings'
  properties: {
    NODE_ENV: 'production'
    MICROSOFT_APP_ID: identity.properties.clientId
    MICROSOFT_APP_TYPE: 'UserAssignedMSI'
    MICROSOFT_APP_TENANT_ID: identity.properties.tenantId
    AZURE_CLIENT_ID: identity.properties.clientId // tells DefaultAzureCredential which identity to use
    TABLES_URL: storage.properties.primaryEndpoints.table
    AAD_APP_CLIENT_ID: aadAppClientId
    TAB_DOMAIN: webApp.properties.defaultHostName
    TEAMS_APP_ID: teamsAppId // for links to a case
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false' // the package is built before it is uploaded
  }
  dependsOn: [
    tableAccess
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: resourceBaseName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0' // Teams is a standard channel: no message limit on F0
  }
  properties: {
    displayName: 'Meldpunt'
    endpoint: 'https://${webApp.properties.defaultHostName}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    msaAppType: 'UserAssignedMSI'
  }
}

resource teamsChannel 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

// The toolkit writes each output to env/.env.{environment} under its own name.
output BOT_ID string = identity.properties.clientId
output TAB_DOMAIN string = webApp.properties.defaultHostName
output AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
